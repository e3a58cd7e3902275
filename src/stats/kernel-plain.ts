import type { Kernel } from "./kernel.ts";

/**
 * The functions of assembly/ in JavaScript, on memory that looks the same: for places that have no WebAssembly or too little
 * address space for it. Several times slower; the results differ in the last bits of sums at most. What the functions do stands
 * in assembly/, in the same order.
 */
export function openPlainKernel(): Kernel {
  let buffer = new ArrayBuffer(65_536);
  let f64 = new Float64Array(buffer);
  let i32 = new Int32Array(buffer);
  let i16 = new Int16Array(buffer);
  /** what placeRows said, as places in the views above */
  let rows = {
    n: 0,
    count: 0,
    markStart: 0,
    marks: 0,
    number: 0,
    numberCount: 0,
    numbers: 0,
    slotOf: 0,
    trend: { first: 0, index: 0, fraction: 0 },
    dur: { first: 0, index: 0, fraction: 0 },
  };

  const dot = (p: number, q: number, count: number): number => {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += f64[p + k]! * f64[q + k]!;
    return sum;
  };

  /** x of rows i..i+3 with L x = row, over the columns start..end-1. */
  const forwardTiles = (a: number, stride: number, i: number, start: number, end: number): void => {
    for (let row = a + i * stride, r = 0; r < 4; r++, row += stride) {
      for (let j = start; j < end; j++) {
        const other = a + j * stride;
        f64[row + j] = (f64[row + j]! - dot(row + start, other + start, j - start)) / f64[other + j]!;
      }
    }
  };

  /** Appends the two hats of a row to its list of elements. */
  const addHats = (hats: typeof rows.trend, i: number, ids: number, factors: number, length: number) => {
    const place = i16[hats.index + i]!;
    if (place === 0) return length;
    const fraction = f64[hats.fraction + i]!;
    i32[ids + length] = hats.first + place;
    f64[factors + length] = 1 - fraction;
    i32[ids + length + 1] = hats.first + place + 1;
    f64[factors + length + 1] = fraction;
    return length + 2;
  };

  return {
    reserve(bytes) {
      if (bytes <= buffer.byteLength) return buffer;
      const larger = new ArrayBuffer(Math.ceil(bytes / 65_536) * 65_536);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
      f64 = new Float64Array(buffer);
      i32 = new Int32Array(buffer);
      i16 = new Int16Array(buffer);
      return buffer;
    },
    products(p, q, stride, count) {
      for (let k = 0; k < 16; k++)
        f64[k] = dot((p + (k >> 2) * stride) / 8, (q + (k % 4) * stride) / 8, count);
    },
    cholesky(at, stride, size) {
      const a = at / 8;
      for (let i = 0; i < size; i++) {
        const row = a + i * stride;
        for (let j = 0; j <= i; j++) {
          const other = a + j * stride;
          const value = f64[row + j]! - dot(row, other, j);
          if (j < i) f64[row + j] = value / f64[other + j]!;
          else if (value > 0) f64[row + j] = Math.sqrt(value);
          else return i;
        }
      }
      return -1;
    },
    forwardRows(at, stride, size, rowFrom, rowTo, start) {
      for (let i = rowFrom; i < rowTo; i += 4) forwardTiles(at / 8, stride, i, start, size);
    },
    tridiagonalize(at, n, vectorAt, diagonalAt, offAt, scratchAt) {
      const part = (address: number, length: number) => f64.subarray(address / 8, address / 8 + length);
      const a = part(at, n * n);
      const vector = part(vectorAt, n);
      const diagonal = part(diagonalAt, n);
      const off = part(offAt, n);
      const v = part(scratchAt, n);
      const w = part(scratchAt + 8 * n, n);
      for (let i = n - 1; i >= 0; i--) {
        diagonal[i] = a[i * n + i]!;
        if (i === 0) break;
        v.set(a.subarray(i * n, i * n + i));
        const lead = v[i - 1]!;
        let tail = 0;
        for (let c = 0; c < i - 1; c++) tail += v[c]! * v[c]!;
        if (tail === 0) {
          off[i - 1] = lead;
          continue;
        }
        const norm = Math.sqrt(lead * lead + tail);
        off[i - 1] = lead > 0 ? -norm : norm;
        v[i - 1] = lead - off[i - 1]!;
        const beta = 2 / (tail + v[i - 1]! ** 2);
        let half = 0;
        let along = 0;
        for (let r = 0; r < i; r++) {
          let sum = 0;
          for (let c = 0; c < i; c++) sum += a[Math.max(r, c) * n + Math.min(r, c)]! * v[c]!;
          w[r] = beta * sum;
          half += (beta * w[r]! * v[r]!) / 2;
          along += beta * v[r]! * vector[r]!;
        }
        for (let r = 0; r < i; r++) {
          w[r]! -= half * v[r]!;
          vector[r]! -= along * v[r]!;
        }
        for (let r = 0; r < i; r++)
          for (let c = 0; c <= r; c++) a[r * n + c]! -= v[r]! * w[c]! + w[r]! * v[c]!;
      }
    },
    placeRows(
      ...[
        n,
        count,
        markStart,
        marks,
        number,
        numberCount,
        numbers,
        slotOf,
        trend,
        trendIndex,
        trendFraction,
        ...dur
      ]
    ) {
      const [first, index, fraction] = dur;
      rows = {
        ...{ n, count, number, numberCount },
        markStart: markStart / 4,
        marks: marks / 4,
        numbers: numbers / 8,
        slotOf: slotOf / 4,
        trend: { first: trend, index: trendIndex / 2, fraction: trendFraction / 8 },
        dur: { first, index: index / 2, fraction: fraction / 8 },
      };
    },
    multiplyRows(valuesAt, slotsAt, outAt) {
      const { n, markStart, marks, number, numberCount, numbers, slotOf, trend, dur } = rows;
      const [values, slots, out] = [valuesAt / 8, slotsAt / 8, outAt / 8];
      const between = ({ first, index, fraction }: typeof trend, i: number) => {
        const low = values + first + i16[index + i]!;
        return f64[low]! + f64[fraction + i]! * (f64[low + 1]! - f64[low]!);
      };
      for (let i = 0; i < n; i++) {
        let marked = f64[slots + i32[slotOf + i]!]!;
        for (let k = i32[markStart + i]!; k < i32[markStart + i + 1]!; k++)
          marked += f64[values + i32[marks + k]!]!;
        let sum = f64[values]!;
        for (let k = 0; k < numberCount; k++)
          sum += f64[numbers + i * numberCount + k]! * f64[values + number + k]!;
        f64[out + i] = marked + sum + (between(trend, i) + between(dur, i));
      }
    },
    rowSums(vAt, sumsAt, slotSumsAt) {
      const { n, markStart, marks, number, numberCount, numbers, slotOf, trend, dur } = rows;
      const [v, sums, slotSums] = [vAt / 8, sumsAt / 8, slotSumsAt / 8];
      const addBetween = ({ first, index, fraction }: typeof trend, i: number, value: number) => {
        const low = sums + first + i16[index + i]!;
        const high = f64[fraction + i]! * value;
        f64[low]! += value - high;
        f64[low + 1]! += high;
      };
      let total = 0;
      for (let i = 0; i < n; i++) {
        const value = f64[v + i]!;
        total += value;
        f64[slotSums + i32[slotOf + i]!]! += value;
        for (let k = i32[markStart + i]!; k < i32[markStart + i + 1]!; k++)
          f64[sums + i32[marks + k]!]! += value;
        for (let k = 0; k < numberCount; k++)
          f64[sums + number + k]! += f64[numbers + i * numberCount + k]! * value;
        addBetween(trend, i, value);
        addBetween(dur, i, value);
      }
      f64[sums] = total;
    },
    sumProducts(sumsAt, weekday, wave, slotWeekdaysAt, slotWavesAt, idsAt, factorsAt) {
      const { n, count, markStart, marks, number, numberCount, numbers, slotOf, trend, dur } = rows;
      const [sums, ids, factors] = [sumsAt / 8, idsAt / 4, factorsAt / 8];
      const [slotWeekdays, slotWaves] = [slotWeekdaysAt / 4, slotWavesAt / 8];
      i32[ids] = 0;
      f64[factors] = 1;
      for (let i = 0; i < n; i++) {
        let length = 1;
        for (let k = i32[markStart + i]!; k < i32[markStart + i + 1]!; k++, length++) {
          i32[ids + length] = i32[marks + k]!;
          f64[factors + length] = 1;
        }
        for (let k = 0; k < numberCount; k++, length++) {
          i32[ids + length] = number + k;
          f64[factors + length] = f64[numbers + i * numberCount + k]!;
        }
        length = addHats(trend, i, ids, factors, length);
        length = addHats(dur, i, ids, factors, length);
        const slot = i32[slotOf + i]!;
        const day = i32[slotWeekdays + slot]!;
        for (let p = 0; p < length; p++) {
          const row = sums + i32[ids + p]! * count;
          const value = f64[factors + p]!;
          for (let q = 0; q <= p; q++) f64[row + i32[ids + q]!]! += value * f64[factors + q]!;
          f64[row + weekday + day]! += value;
          for (let k = 0; wave >= 0 && k < 8; k++)
            f64[row + wave + 8 * day + k]! += value * f64[slotWaves + 8 * slot + k]!;
        }
      }
    },
    spreadProducts(sumsAt, size, termStartAt, termColumnsAt, termFactorsAt, halfAt, gramAt) {
      const { count } = rows;
      const [sums, half, gram] = [sumsAt / 8, halfAt / 8, gramAt / 8];
      const [termStart, termColumns, termFactors] = [termStartAt / 4, termColumnsAt / 4, termFactorsAt / 8];
      for (let e = 0; e < count; e++) {
        for (let f = 0; f < count; f++) {
          const value = f64[sums + e * count + f]!;
          if (value === 0) continue;
          for (let k = i32[termStart + f]!; k < i32[termStart + f + 1]!; k++)
            f64[half + e * size + i32[termColumns + k]!]! += value * f64[termFactors + k]!;
        }
      }
      for (let e = 0; e < count; e++) {
        for (let k = i32[termStart + e]!; k < i32[termStart + e + 1]!; k++) {
          const column = i32[termColumns + k]!;
          const factor = f64[termFactors + k]!;
          for (let j = 0; j <= column; j++)
            f64[gram + column * size + j]! += factor * f64[half + e * size + j]!;
        }
      }
      for (let i = 0; i < size; i++)
        for (let j = 0; j < i; j++) f64[gram + j * size + i] = f64[gram + i * size + j]!;
    },
  };
}
