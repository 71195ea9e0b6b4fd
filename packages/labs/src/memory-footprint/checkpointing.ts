/** Layers whose activations live at the peak with k segments: k borders and one segment inside (Chen et al. 2016). */
export function peakLayers(layers: number, segments: number): number {
  return segments + Math.ceil(layers / segments);
}

/** The number of segments with the lowest peak, near √L; the smallest of equal ones. */
export function bestSegments(layers: number): { segments: number; peak: number } {
  let best = { segments: 1, peak: peakLayers(layers, 1) };
  for (let segments = 2; segments <= layers; segments++) {
    const peak = peakLayers(layers, segments);
    if (peak < best.peak) best = { segments, peak };
  }
  return best;
}
