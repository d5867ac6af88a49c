import './rare-inputs.tsx'

/** How an item of any kind is answered, with the code of all of them at hand. */
export { type InputProps, ItemInput } from './some-input.tsx'
