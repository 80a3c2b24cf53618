--[[
Inserts articles into one shard of the index and reads, for each of their keys, which articles have it too: one step, so that of two
articles indexed at the same time the later one always sees the earlier. An article already there stays where it is.
KEYS  1 number of the shard's buckets (string; routes the call).  Buckets and lists are reached by prefix
ARGV  1 prefix of the shard's keys  2 number of the shard  3 number of shards  4 look-back (ms)  5 now (s)  6 postings of a key kept
      7 '1' to insert, '0' to read only  8 entries of 16 bytes: the rest of the index key (4, little endian), the key (3) and the record (7)
      as a bucket holds them, and how many postings of a list are read (2)
Out   a list: first a string of 4 bytes a number, little endian, one for each entry: twice the number of the part that has its postings, 0 where
      none has, and 1 more where earlier entries of this call have the key. Negative where that part is the key's own list of ordinals:
      65,536 times how many of those that are in the part after it are the entry's too, and the number of the part. Then the parts, buckets
      and lists as they were before this call; who asks finds the postings in a bucket. After each list what this call has added to it
]]
local COUNT, prefix, shard, SHARDS = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local lookbackMs, now, cap = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local insert, entries = ARGV[7] == '1', ARGV[8]
-- A bucket lives as long as its newest posting at least: its time is renewed with each mark, of which there are 8 to a look-back.
local markMs = lookbackMs / 8
local keepMs = lookbackMs + math.ceil(markMs)
-- Sixty entries an article come by here: a local name costs a third of looking it up in a library.
local call, sub, findText, unpackBytes = redis.call, string.sub, string.find, struct.unpack

-- include indexBuckets
-- include indexTidy
-- include indexTable
-- include indexVisit

local asked = #entries / 16
for i = 1, asked do
  local rest, key, record, most = unpackBytes('<I4c3c7I2', entries, 16 * i - 15)
  found[i] = visit(rest, key, record, most)
end

if insert then
  for _, list in pairs(lists) do closeList(list) end
  local full, isSparse = 0, false
  for number, records in pairs(added) do
    local length = call('APPEND', nameOf(number), records)
    if marked[number] then call('PEXPIRE', nameOf(number), keepMs) end
    local left, before = length / WIDTH, (length - #records) / WIDTH
    local isLonger = math.floor(left / STEP) > math.floor(before / STEP)
    local isCommon = isLonger and isCrowded(read(number), records)
    buckets[number] = nil
    if untidy[number] or isCommon then left = tidy(number) end
    if left > FULL and isLonger then full = full + 1 end
    isSparse = isSparse or left < SPARSE
  end
  if full > 0 then split(full) end
  if isSparse and full == 0 then unite() end
  -- Outlives every bucket: those that were counted would be lost with it.
  call('SET', COUNT, string.format('%d 0', count), 'PX', 2 * keepMs)
end

-- By fifty: a number by itself takes several times as long, and more than some thousands at once there may not be.
local packed = {}
for from = 1, asked, 50 do
  local to = math.min(from + 49, asked)
  packed[#packed + 1] = struct.pack('<' .. string.rep('i4', to - from + 1), unpack(found, from, to))
end
parts[1] = table.concat(packed)
return parts
