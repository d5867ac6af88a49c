/**
 * The one loop that WebAssembly does better: dot products of three columns with a fourth, two rows
 * to a register. Assembled at first use from the instructions' codes; every product is added up in
 * the order of `dot`, so the bits are those of plain JavaScript.
 * Source: WebAssembly Core Specification 2.0, chapter 5 (binary format).
 */

/** Bytes from one column to the next, at most this many. */
export const stride = 4096

export type Kernel = {
  /** the columns and, before the first, the sums */
  m: WebAssembly.Memory
  /**
   * From byte 32·i on, i < 3, the four sums of `dot` of the column at byte a + i·stride, as far as
   * aEnd, with that at b. Rows come by fours.
   */
  f(a: number, b: number, aEnd: number): void
}

let kernel: Kernel | false | undefined

/** @returns false where there is no SIMD, or where WebAssembly is not allowed */
export function simd(): Kernel | false {
  try {
    return (kernel ??= new WebAssembly.Instance(new WebAssembly.Module(assemble()))
      .exports as Kernel)
  } catch {
    return (kernel = false)
  }
}

/** Locals 0 to 2 are a, b and aEnd, 3 to 8 the sums, two to a vector, 9 two rows of b. */
function assemble(): Uint8Array<ArrayBuffer> {
  const get = 0x20
  const set = 0x21
  const constant = 0x41
  const vector = 0xfd
  const v128 = 0x7b
  const end = 0x0b
  /** LEB128 in two bytes, for value < 2¹⁴ */
  const wide = (value: number) => [(value & 127) | 128, value >> 7]
  const load = (pointer: number, offset: number) => [get, pointer, vector, 0, 3, ...wide(offset)]
  // prettier-ignore
  const body = [
    [1, 7, v128, 0x03, 0x40], // seven vectors; loop
    [0, 16].flatMap((at, half) => [
      ...load(1, at), set, 9,
      ...[3, 5, 7].flatMap((sum, i) => [
        get, sum + half, ...load(0, stride * i + at), get, 9,
        vector, 0xf2, 1, // multiply
        vector, 0xf0, 1, // add
        set, sum + half,
      ]),
    ]),
    [1, 0].flatMap((pointer) => [get, pointer, constant, 32, 0x6a, set, pointer]),
    [get, 0, get, 2, 0x49, 0x0d, 0, end], // again if less
    [0, 1, 2, 3, 4, 5].flatMap((s) => [constant, 0, get, 3 + s, vector, 0x0b, 3, 16 * s]), // store
    [end],
  ].flat()
  return Uint8Array.from(
    [
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      [1, 7, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0], // the type of f
      [3, 2, 1, 0], // one function
      [5, 3, 1, 0, 1], // one memory, of a page or more
      [7, 9, 2, 1, 0x6d, 2, 0, 1, 0x66, 0, 0], // exported as m and f
      [10, ...wide(body.length + 3), 1, ...wide(body.length), ...body],
    ].flat(),
  )
}
