import type { Code } from './code.ts'
import type { ShrinkageResult, ShrinkageState } from './shrinkage.ts'

/** The five formulas; each language prints ridge, L1, elastic net, hard and MCP at z. */
export function shrinkageCode(state: ShrinkageState, { answers }: ShrinkageResult): Code[] {
  const { z, lambda, alpha, gamma } = state
  return [
    {
      kind: 'lines',
      says: 'The five operators at z',
      python: `import math

z, lam, alpha, gamma = ${z}, ${lambda}, ${alpha}, ${gamma}

def soft(z, threshold):
    return math.copysign(max(abs(z) - threshold, 0), z)

ridge = z / (1 + lam)
lasso = soft(z, lam)
net = soft(z, lam * alpha) / (1 + lam * (1 - alpha))
hard = z if abs(z) > lam else 0
mcp = z if abs(z) > gamma * lam else soft(z, lam) / (1 - 1 / gamma)
print(ridge, lasso, net, hard, mcp)`,
      r: `z <- ${z}; lambda <- ${lambda}; alpha <- ${alpha}; gamma <- ${gamma}

soft <- function(z, threshold) sign(z) * max(abs(z) - threshold, 0)

ridge <- z / (1 + lambda)
lasso <- soft(z, lambda)
net <- soft(z, lambda * alpha) / (1 + lambda * (1 - alpha))
hard <- if (abs(z) > lambda) z else 0
mcp <- if (abs(z) > gamma * lambda) z else soft(z, lambda) / (1 - 1 / gamma)
cat(sprintf("%.12g", c(ridge, lasso, net, hard, mcp)), "\\n")`,
      typescript: `import { proximal } from '#lib/solver/index.ts'

const z = ${z}
const strength = { lambda: ${lambda}, alpha: ${alpha}, gamma: ${gamma} }
console.log(
  proximal('ridge', z, strength),
  proximal('soft', z, strength),
  proximal('elastic-net', z, strength),
  proximal('hard', z, strength),
  proximal('mcp', z, strength),
)`,
      expected: Object.values(answers).map((answer) => answer.estimate),
    },
  ]
}
