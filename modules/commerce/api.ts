/** The face of commerce: what other modules may call. */
export { addProduct, findProductNames } from './products/products.ts'
