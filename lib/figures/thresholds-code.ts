import type { Code } from './code.ts'
import type { ThresholdsResult, ThresholdsState } from './thresholds.ts'

/** Each language prints recall, false-positive rate, precision, F1, cost and AUC. */
export function thresholdsCode(state: ThresholdsState, result: ThresholdsResult): Code[] {
  const { t, d, s, prevalence, miss } = state
  const { recall, falseRate, precision, f1, cost } = result.here
  return [
    {
      kind: 'lines',
      says: 'Recall, false-positive rate, precision, F1, cost per 10,000 cases in false alarms, AUC',
      python: `import math

t, d, s, prevalence, miss = ${t}, ${d}, ${s}, ${prevalence}, ${miss}

def above(x):  # P(N(0, 1) > x)
    return math.erfc(x / math.sqrt(2)) / 2

recall = above((t - d) / s)
false_rate = above(t)
caught = prevalence * recall
alarms = (1 - prevalence) * false_rate
precision = caught / (caught + alarms)
f1 = 2 * caught / (caught + alarms + prevalence)
cost = 10000 * (miss * (prevalence - caught) + alarms)
print(recall, false_rate, precision, f1, cost, above(-d / math.sqrt(1 + s**2)))`,
      r: `t <- ${t}; d <- ${d}; s <- ${s}; prevalence <- ${prevalence}; miss <- ${miss}

above <- function(x) pnorm(x, lower.tail = FALSE)

recall <- above((t - d) / s)
false_rate <- above(t)
caught <- prevalence * recall
alarms <- (1 - prevalence) * false_rate
precision <- caught / (caught + alarms)
f1 <- 2 * caught / (caught + alarms + prevalence)
cost <- 10000 * (miss * (prevalence - caught) + alarms)
auc <- above(-d / sqrt(1 + s^2))
cat(sprintf("%.12g", c(recall, false_rate, precision, f1, cost, auc)), "\\n")`,
      typescript: `const [t, d, s, prevalence, miss] = [${t}, ${d}, ${s}, ${prevalence}, ${miss}]

// P(N(0, 1) > x): a series near 0, a continued fraction far out
function above(x) {
  if (x < 0) return 1 - above(-x)
  const density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI)
  let [term, sum, below] = [x, x, x]
  for (let k = 3; k < 80; k += 2) sum += term *= x * x / k
  for (let k = 60; k > 0; k--) below = x + k / below
  return x < 3 ? 0.5 - density * sum : density / below
}

const [recall, falseRate] = [above((t - d) / s), above(t)]
const caught = prevalence * recall
const alarms = (1 - prevalence) * falseRate
const precision = caught / (caught + alarms)
const f1 = 2 * caught / (caught + alarms + prevalence)
const cost = 10000 * (miss * (prevalence - caught) + alarms)
console.log(recall, falseRate, precision, f1, cost, above(-d / Math.hypot(1, s)))`,
      expected: [recall, falseRate, precision, f1, cost, result.auc],
    },
  ]
}
