/** Configuration of the embedded engine, as ClickHouse reads it. */

/**
 * - `merge_tree`: without the four fsync settings a power loss leaves parts of zero length (an insert
 *   and the merge after it must both reach the disk). A part that cannot be read makes the table
 *   refuse to load, instead of being left out silently: then the folder is moved aside and rebuilt.
 *   The window remembers insert tokens, so that a repeated batch changes nothing.
 * - Small caches and pools: this engine shares a machine with everything else.
 */
export function configXml(memoryMiB: number): string {
  const mebibytes = (count: number) => String(Math.floor(count) * 1024 * 1024)
  return `<clickhouse>
  <merge_tree>
    <fsync_after_insert>1</fsync_after_insert>
    <fsync_part_directory>1</fsync_part_directory>
    <min_rows_to_fsync_after_merge>1</min_rows_to_fsync_after_merge>
    <min_compressed_bytes_to_fsync_after_merge>1</min_compressed_bytes_to_fsync_after_merge>
    <max_suspicious_broken_parts>0</max_suspicious_broken_parts>
    <max_suspicious_broken_parts_bytes>0</max_suspicious_broken_parts_bytes>
    <non_replicated_deduplication_window>1000</non_replicated_deduplication_window>
  </merge_tree>
  <max_server_memory_usage>${mebibytes(memoryMiB)}</max_server_memory_usage>
  <mark_cache_size>${mebibytes(Math.min(64, memoryMiB / 32))}</mark_cache_size>
  <primary_index_cache_size>${mebibytes(Math.min(64, memoryMiB / 32))}</primary_index_cache_size>
  <index_mark_cache_size>${mebibytes(16)}</index_mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <mmap_cache_size>64</mmap_cache_size>
  <background_pool_size>2</background_pool_size>
  <background_merges_mutations_concurrency_ratio>1</background_merges_mutations_concurrency_ratio>
  <background_schedule_pool_size>4</background_schedule_pool_size>
  <background_common_pool_size>2</background_common_pool_size>
  <background_fetches_pool_size>1</background_fetches_pool_size>
  <background_move_pool_size>1</background_move_pool_size>
  <background_buffer_flush_schedule_pool_size>1</background_buffer_flush_schedule_pool_size>
  <background_distributed_schedule_pool_size>1</background_distributed_schedule_pool_size>
  <background_message_broker_schedule_pool_size>1</background_message_broker_schedule_pool_size>
</clickhouse>
`
}
