--[[
Inserts articles into one shard of the index and reads, for each of their keys, which articles have it too: one step, so that of two
articles indexed at the same time the later one always sees the earlier. An article already there stays where it is.
KEYS  1 number of the shard's buckets (string; routes the call).  Buckets and lists are reached by prefix
ARGV  1 prefix of the shard's keys  2 number of the shard  3 number of shards  4 look-back (ms)  5 now (s)  6 postings of a key read and kept
      7 '1' to insert, '0' to read only  8 entries: index key and ordinal, 4 bytes each, little endian
Out   one string: for each entry how many ordinals it has, then the ordinals of all, newest last; 4 bytes a number, little endian
]]
local COUNT, prefix, shard, SHARDS = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local lookbackMs, now, cap = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local insert, entries = ARGV[7] == '1', ARGV[8]
-- A bucket lives as long as its newest posting at least: its time is renewed with each mark, of which there are 8 to a look-back.
local markMs = lookbackMs / 8
local keepMs = lookbackMs + math.ceil(markMs)

-- include indexBuckets
-- include indexTable

-- Records to be added to each bucket, those that begin with a mark, and those that are to be tidied.
local added, marked, untidy = {}, {}, {}

local function append(number, record)
  local before = added[number]
  if not before then
    before = ''
    local last, first = readMarks(read(number))
    if now - last >= markMs / 1000 then
      before = MARK .. struct.pack('<I4', now)
      marked[number] = true
    end
    untidy[number] = untidy[number] or first > 1 and 2 * first > #buckets[number]
  end
  added[number] = before .. record
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

-- Adds the postings of a key that some records hold. Says whether the key has a list of its own.
local function collect(records, key, postings)
  local at = find(records, key, 1)
  while at do
    local ordinal = string.sub(records, at + 3, at + 6)
    if ordinal == EXIT then return true end
    postings[#postings + 1] = ordinal
    at = find(records, key, at + WIDTH)
  end
  return false
end

local function visit(number, key, ordinal)
  local postings = {}
  if collect(read(number), key, postings) or added[number] and collect(added[number], key, postings) then
    return enter(listOf(key, number), ordinal)
  end
  if #postings == 0 and hasOldList(key, number) then return enter(listOf(key, number), ordinal) end
  local packed = table.concat(postings, '', math.max(1, #postings - cap + 1))
  if not insert or holds(packed, ordinal) then return packed end
  append(number, key .. ordinal)
  if #postings >= MOST then untidy[number] = true end
  return string.sub(packed .. ordinal, -4 * cap)
end

local out, asked = {}, #entries / 8
for i = 1, asked do
  local number, key = locate(struct.unpack('<I4', entries, 8 * i - 7))
  local list = visit(number, key, string.sub(entries, 8 * i - 3, 8 * i))
  out[i], out[asked + i] = struct.pack('<I4', #list / 4), list
end

if insert then
  local full, isSparse = 0, false
  for number, records in pairs(added) do
    local length = redis.call('APPEND', nameOf(number), records)
    if marked[number] then redis.call('PEXPIRE', nameOf(number), keepMs) end
    buckets[number] = nil
    local left, before = length / WIDTH, (length - #records) / WIDTH
    if untidy[number] then left = tidy(number) end
    if left > FULL and math.floor(left / STEP) > math.floor(before / STEP) then full = full + 1 end
    isSparse = isSparse or left < SPARSE
  end
  for _ = 1, full do split() end
  if isSparse and full == 0 then unite() end
  -- Outlives every bucket: those that were counted would be lost with it.
  redis.call('SET', COUNT, string.format('%d %d', count, since), 'PX', 2 * keepMs)
end

return table.concat(out)
