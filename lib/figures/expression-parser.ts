import { type Token, tokenise } from './expression-tokens.ts'
import {
  type Arithmetic,
  type Comparison,
  type Expression,
  ExpressionError,
  type Override,
  type Sort,
  sortOf,
} from './expression-tree.ts'

/**
 * @param wanted a claim must be a truth; the answer of an item is a number
 * @throws ExpressionError
 */
export function parse(text: string, wanted: Sort = 'truth'): Expression {
  const parser = new Parser(text)
  const expression = parser.or()
  parser.end()
  return need(wanted, expression)
}

const arity = { abs: [1, 1], min: [2, 9], max: [2, 9], approx: [3, 3] } as const

class Parser {
  private readonly tokens: Token[]
  private next = 0
  private depth = 0

  constructor(text: string) {
    this.tokens = tokenise(text)
  }

  or(): Expression {
    let left = this.and()
    for (let token = this.take('or'); token; token = this.take('or')) {
      const right = need('truth', this.and())
      left = { kind: 'or', left: need('truth', left), right, column: token.column }
    }
    return left
  }

  end() {
    const token = this.peek()
    if (token.text !== '') throw new ExpressionError(`unexpected “${token.text}”`, token.column)
  }

  private and(): Expression {
    let left = this.not()
    for (let token = this.take('and'); token; token = this.take('and')) {
      const right = need('truth', this.not())
      left = { kind: 'and', left: need('truth', left), right, column: token.column }
    }
    return left
  }

  private not(): Expression {
    const token = this.take('not')
    if (!token) return this.comparison()
    return this.deeper(token, () => ({
      kind: 'not',
      of: need('truth', this.not()),
      column: token.column,
    }))
  }

  private comparison(): Expression {
    const left = this.sum()
    const token = this.take('<', '<=', '>', '>=', '==', '!=')
    if (!token) return left
    const right = need('number', this.sum())
    const operator = token.text as Comparison
    const again = this.peek()
    if (/^[<>=!]/.test(again.text))
      throw new ExpressionError('comparisons do not chain: write a < b and b < c', again.column)
    if (operator === '==' || operator === '!=')
      for (const side of [left, right]) refuseFraction(side, token)
    return { kind: 'compare', operator, left: need('number', left), right, column: token.column }
  }

  private sum(): Expression {
    let left = this.product()
    for (let token = this.take('+', '-'); token; token = this.take('+', '-'))
      left = arithmetic(token, left, this.product())
    return left
  }

  private product(): Expression {
    let left = this.unary()
    for (let token = this.take('*', '/'); token; token = this.take('*', '/'))
      left = arithmetic(token, left, this.unary())
    return left
  }

  /** As in mathematics, -2^2 is -4 and 2^-1 is a half; ^ binds to the right. */
  private unary(): Expression {
    const minus = this.take('-')
    if (minus)
      return this.deeper(minus, () => ({
        kind: 'negate',
        of: need('number', this.unary()),
        column: minus.column,
      }))
    const base = this.atom()
    const power = this.take('^')
    return power ? this.deeper(power, () => arithmetic(power, base, this.unary())) : base
  }

  private atom(): Expression {
    const token = this.tokens[this.next++] as Token
    const { column } = token
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), column }
    if (token.text === '(')
      return this.deeper(token, () => {
        const inner = this.or()
        this.expect(')')
        return inner
      })
    if (token.kind !== 'name') throw missing(token, 'a number, a name or a bracket')
    if (token.text === 'at') return this.at(column)
    if (Object.hasOwn(arity, token.text)) return this.call(token.text as keyof typeof arity, token)
    if (this.peek().text === '(')
      throw new ExpressionError(`unknown function “${token.text}”`, column)
    return { kind: 'name', name: token.text, column }
  }

  private call(name: keyof typeof arity, token: Token): Expression {
    this.expect('(')
    const of = this.deeper(token, () => {
      const list = [need('number', this.or())]
      while (this.take(',')) list.push(need('number', this.or()))
      return list
    })
    this.expect(')')
    const [least, most] = arity[name]
    if (of.length < least || of.length > most) {
      const wanted = least === most ? `${least}` : `${least} to ${most}`
      throw new ExpressionError(`${name}() takes ${wanted} values, not ${of.length}`, token.column)
    }
    return { kind: 'call', name, of, column: token.column }
  }

  private at(column: number): Expression {
    this.expect('(')
    const overrides = [this.override()]
    while (this.take(',')) overrides.push(this.override())
    this.expect(')')
    this.expect('.')
    return { kind: 'at', overrides, name: this.word('a named result').text, column }
  }

  /** A value of the state, as in its own link: a number or a word. Not an expression. */
  private override(): Override {
    const key = this.word('the key of a state')
    this.expect('=')
    const sign = this.take('-')?.text ?? ''
    const token = this.tokens[this.next++] as Token
    if (token.kind === 'sign') throw missing(token, 'a number or a word')
    return { key: key.text, value: sign + token.text, column: key.column }
  }

  private word(what: string): Token {
    const token = this.tokens[this.next++] as Token
    if (token.kind !== 'name') throw missing(token, what)
    return token
  }

  private peek(): Token {
    return this.tokens[this.next] as Token
  }

  private take(...texts: string[]): Token | null {
    if (!texts.includes(this.peek().text)) return null
    return this.tokens[this.next++] as Token
  }

  private expect(text: string) {
    if (!this.take(text)) throw missing(this.peek(), `“${text}”`)
  }

  /** So that a text of ten thousand brackets is an error and not an exhausted stack. */
  private deeper<T>(token: Token, inside: () => T): T {
    if (++this.depth > 100) throw new ExpressionError('nested too deeply', token.column)
    const result = inside()
    this.depth--
    return result
  }
}

function arithmetic(token: Token, left: Expression, right: Expression): Expression {
  return {
    kind: 'arithmetic',
    operator: token.text as Arithmetic,
    left: need('number', left),
    right: need('number', right),
    column: token.column,
  }
}

function need(wanted: Sort, expression: Expression): Expression {
  if (sortOf(expression) === wanted) return expression
  const message =
    wanted === 'truth'
      ? 'this is a number; a comparison such as a < b is needed'
      : 'this is true or false; a number is needed'
  throw new ExpressionError(message, expression.column)
}

function refuseFraction(side: Expression, token: Token) {
  const value = side.kind === 'negate' ? side.of : side
  if (value.kind === 'number' && !Number.isInteger(value.value))
    throw new ExpressionError(
      `${token.text} is for integers; write approx(a, b, tolerance)`,
      token.column,
    )
}

function missing(token: Token, wanted: string): ExpressionError {
  const found = token.text === '' ? 'the text ends' : `“${token.text}” stands`
  return new ExpressionError(`${found} where ${wanted} is expected`, token.column)
}
