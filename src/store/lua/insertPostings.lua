--[[
Inserts articles into the posting lists of one index shard and reads each list as it then stands: one step, so that of two
articles indexed at the same time the later one always sees the earlier. An article already in a list stays where it is.
KEYS  1 any key of the shard (routes the call)
ARGV  1 prefix of the shard's keys  2 time to live (ms)  3 entries a list is read and kept to  4 '1' to insert, '0' to read only
      5 entries: index key and ordinal, 4 bytes each, little endian
Out   one packed list of ordinals an entry, newest last
]]
local prefix, ttlMs, cap, insert, entries = ARGV[1], ARGV[2], tonumber(ARGV[3]) * 4, ARGV[4] == '1', ARGV[5]
local out = {}

local function holds(packed, ordinal)
  local from = 1
  while true do
    local at = string.find(packed, ordinal, from, true)
    if not at then return false end
    if at % 4 == 1 then return true end
    from = at + 1
  end
end

for at = 1, #entries, 8 do
  local list = prefix .. string.format('%d', (struct.unpack('<I4', entries, at)))
  local packed = redis.call('GETRANGE', list, -cap, -1)
  if insert then
    local ordinal = string.sub(entries, at + 4, at + 7)
    if not holds(packed, ordinal) then
      packed = string.sub(packed .. ordinal, -cap)
      -- Rewriting only every cap entries keeps trimming at O(1) an insert.
      if redis.call('APPEND', list, ordinal) >= 2 * cap then redis.call('SET', list, packed) end
    end
    redis.call('PEXPIRE', list, ttlMs)
  end
  out[#out + 1] = packed
end

return out
