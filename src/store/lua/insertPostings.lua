--[[
Inserts articles into one shard of the index and reads, for each of their keys, which articles have it too: one step, so that of two
articles indexed at the same time the later one always sees the earlier. An article already there stays where it is.
KEYS  1 number of the shard's buckets (string; routes the call).  Buckets and lists are reached by prefix
ARGV  1 prefix of the shard's keys  2 number of the shard  3 number of shards  4 look-back (ms)  5 now (s)  6 postings of a key read and kept
      7 '1' to insert, '0' to read only  8 entries: index key and ordinal, 4 bytes each, little endian
Out   packed ordinals for each entry, newest last
]]
local COUNT, prefix, shard, SHARDS = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local lookbackMs, now, cap = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local insert, entries = ARGV[7] == '1', ARGV[8]
-- A bucket lives as long as its newest posting at least: its time is renewed with each mark, of which there are 8 to a look-back.
local markMs = lookbackMs / 8
local keepMs = lookbackMs + math.ceil(markMs)

-- include indexBuckets
-- include indexTable

local added, marked, stale = {}, {}, {}

local function append(number, record)
  if not added[number] then
    local last, first = readMarks(read(number))
    if now - last >= markMs / 1000 then
      record = MARK .. struct.pack('<I4', now) .. record
      marked[number] = true
    end
    stale[number] = first > 1 and 2 * first > #buckets[number]
  end
  buckets[number] = read(number) .. record
  added[number] = (added[number] or '') .. record
end

local function holds(packed, ordinal)
  local from = 1
  while true do
    local at = string.find(packed, ordinal, from, true)
    if not at then return false end
    if at % 4 == 1 then return true end
    from = at + 1
  end
end

-- Enters an article into a key's own list, and reads it.
local function enter(list, ordinal)
  local packed = redis.call('GETRANGE', list, -4 * cap, -1)
  if not insert then return packed end
  if not holds(packed, ordinal) then
    packed = string.sub(packed .. ordinal, -4 * cap)
    -- Rewriting only every cap postings keeps trimming at O(1) an insert.
    if redis.call('APPEND', list, ordinal) >= 8 * cap then redis.call('SET', list, packed) end
  end
  redis.call('PEXPIRE', list, lookbackMs)
  return packed
end

-- The lists of a time when every key had one lead the way until they have expired.
local function hasOldList(key, number)
  if (now - since) * 1000 > lookbackMs or redis.call('EXISTS', listOf(key, number)) == 0 then return false end
  if insert then append(number, key .. EXIT) end
  return true
end

local function visit(number, key, ordinal)
  local held = read(number)
  local postings, at = {}, find(held, key, 1)
  if not at and hasOldList(key, number) then return enter(listOf(key, number), ordinal) end
  while at do
    local other = string.sub(held, at + 3, at + 6)
    if other == EXIT then return enter(listOf(key, number), ordinal) end
    postings[#postings + 1] = other
    at = find(held, key, at + WIDTH)
  end
  local packed = table.concat(postings, '', math.max(1, #postings - cap + 1))
  if not insert or holds(packed, ordinal) then return packed end
  append(number, key .. ordinal)
  return string.sub(packed .. ordinal, -4 * cap)
end

local out = {}
for at = 1, #entries, 8 do
  local number, key = locate(struct.unpack('<I4', entries, at))
  out[#out + 1] = visit(number, key, string.sub(entries, at + 4, at + 7))
end

if insert then
  local full, isSparse = 0, false
  for number, records in pairs(added) do
    local length = redis.call('APPEND', nameOf(number), records)
    if marked[number] then redis.call('PEXPIRE', nameOf(number), keepMs) end
    local left, step = length / WIDTH, TIDY * WIDTH
    if stale[number] or math.floor(length / step) > math.floor((length - #records) / step) then
      left = tidy(number)
      if left > FULL then full = full + 1 end
    end
    isSparse = isSparse or left < SPARSE
  end
  for _ = 1, full do split() end
  if isSparse and full == 0 then unite() end
  -- Outlives every bucket: those that were counted would be lost with it.
  redis.call('SET', COUNT, string.format('%d %d', count, since), 'PX', 2 * keepMs)
end

return out
