// The numeric kernel, in AssemblyScript (https://www.assemblyscript.org): `npm run kernel` compiles it to src/stats/kernel-bytes.ts.
// What stands here is what runs millions of times: compiled ahead, it is fast from the first call on.
export { cholesky, forwardRows } from "./dense";
export { products } from "./products";
export { multiplyRows, placeRows, rowSums, spreadProducts, sumProducts } from "./rows";
export { tridiagonalize } from "./tridiagonal";
