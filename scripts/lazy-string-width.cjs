// Stands in the bundle for string-width, which builds its Unicode tables (some 40 ms) when it is loaded: here that is when a text
// with more than plain signs is measured for the first time.
let stringWidth;
module.exports = (text, options) => {
  stringWidth ??= require("../node_modules/string-width/index.js").default;
  return stringWidth(text, options);
};
