// Stands in the bundle for node:child_process, which commander asks for and this program never uses.
module.exports = {};
