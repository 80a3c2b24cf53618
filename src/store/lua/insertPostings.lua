--[[
Inserts articles into the posting lists of one index shard and reads each list as it then stands: one step, so that of two
articles indexed at the same time the later one always sees the earlier.
KEYS  1 any key of the shard (routes the call)
ARGV  1 prefix of the shard's keys  2 time to live (ms)  3 entries a list is read and kept to  4 '1' to insert, '0' to read only
      then two an entry: index key, ordinal (4 bytes, little endian)
Out   one packed list of ordinals an entry, newest last
]]
local prefix, ttlMs, cap, insert = ARGV[1], ARGV[2], tonumber(ARGV[3]) * 4, ARGV[4] == '1'
local out = {}

for i = 5, #ARGV, 2 do
  local list = prefix .. ARGV[i]
  if insert then
    local length = redis.call('APPEND', list, ARGV[i + 1])
    -- Rewriting only every cap entries keeps trimming at O(1) an insert.
    if length >= 2 * cap then
      redis.call('SET', list, redis.call('GETRANGE', list, -cap, -1))
    end
    redis.call('PEXPIRE', list, ttlMs)
  end
  out[#out + 1] = redis.call('GETRANGE', list, -cap, -1)
end

return out
