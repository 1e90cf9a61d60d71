/** The face of commerce: what other modules may call. */
export { addProduct } from './products/products.ts'
