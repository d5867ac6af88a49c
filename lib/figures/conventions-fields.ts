export const conventionsFields = {
  unit: size('First column ×', { min: 0.001, max: 1000, step: 0.1, digits: 3, default: 0.1 }),
  lambda: size('Penalty', {
    symbol: 'λ',
    min: 0.001,
    max: 10,
    step: 0.02,
    digits: 4,
    default: 0.5,
  }),
  method: choice('Method', 'l2', { l1: 'L1', l2: 'L2', en: 'Elastic net' }),
  alpha: number('Mix', { symbol: 'α', min: 0.05, max: 0.95, step: 0.05, digits: 2, default: 0.5 }),
  standardize: choice('Columns', 'no', { no: 'As given', yes: 'Standardised' }),
  intercept: choice('Intercept', 'free', { free: 'Intercept free', penalised: 'Penalised' }),
  other: choice('Typed into', 'sklearn', {
    sklearn: 'scikit-learn',
    glmnet: 'glmnet',
    textbook: 'Textbook',
  }),
  number: size('Number typed', { min: 1e-4, max: 1e4, step: 0.02, digits: 4, default: 0.5 }),
  n: number('Rows', { symbol: 'n', min: 20, max: 200, step: 10, digits: 0, default: 60 }),
  seed: number('Sample', { min: 1, max: 9999, step: 1, digits: 0, default: 1 }),
} as const

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

function size<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, scale: 'log', ...rest } as const
}

function choice<const V extends string>(label: string, start: NoInfer<V>, of: Record<V, string>) {
  const options = (Object.entries(of) as [V, string][]).map(([value, text]) => ({
    value,
    label: text,
  }))
  return { kind: 'choice', label, options, default: start } as const
}
