export {
  activationBytes,
  fineTuneBytes,
  kvBytesPerToken,
  kvPresets,
  modelPresets,
  zeroBytes,
  type KvShape,
  type ModelShape,
  type Recompute,
} from "./ledger";
export { packKv, sampleLengths, type KvPacking, type Reservation } from "./kv-packing";
export { simulatePagedKv, type PagedKvOperation } from "./paged-kv";
export { Allocator, simulateAllocator, type AllocatorRun, type AllocatorSettings, type Fit } from "./allocator";
export { bestSegments, peakLayers } from "./checkpointing";
export { lruHitRate, zipfRequests } from "./lru-cache";
