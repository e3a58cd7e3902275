// Arrays of f64 by the address of their first number.

export function at(base: usize, i: i32): f64 {
  return load<f64>(base + ((<usize>i) << 3));
}

export function put(base: usize, i: i32, value: f64): void {
  store<f64>(base + ((<usize>i) << 3), value);
}

export function add(base: usize, i: i32, value: f64): void {
  const place = base + ((<usize>i) << 3);
  store<f64>(place, load<f64>(place) + value);
}
