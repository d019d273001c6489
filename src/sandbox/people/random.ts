/** Numbers from 0 to 1 that are the same in every run for the same seed (Park and Miller's generator, 1988). */
export function seededRandom(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
