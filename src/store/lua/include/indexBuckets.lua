-- Part of insertPostings: one shard of the index as a linear hash table (Litwin 1980), whose buckets split one after the other as it fills.
--
-- A bucket is a string of 7-byte records in the order in which they came: 3 bytes of index key, 4 of ordinal. The rest of the key is in the
-- number of the shard and in that of the bucket, of which a shard has 32 at least. Two kinds of record are no posting:
--   a mark: all bits of the key set, and a time (s): what stands before it came earlier; at most 8 to a look-back
--   an exit: a key and all bits of the ordinal set: the postings of this key are in a list of its own

local WIDTH, LEAST = 7, 32
local MARK, EXIT = '\255\255\255', '\255\255\255\255'
-- Records with which a bucket is full, and after how many more it is looked at again: every lookup reads a bucket whole, and a bucket
-- costs some 130 bytes besides its records.
local FULL, STEP = 64, 32
-- A bucket with so few is a sign that the shard has become too wide.
local SPARSE = 16
-- Postings of one key that a bucket holds, about: a list of its own costs some 130 bytes. Looked at when the bucket has got longer by a step.
local MOST = 24

-- How many buckets there are. A second number is behind it for workers of before 27 November 2026, which go on at once where it is 0.
local count = tonumber(string.match(call('GET', COUNT) or '', '^%d+') or LEAST)
local size = LEAST
while size * 2 <= count do size = size * 2 end
local buckets = {}

-- The bucket of a key, by what is left of it without the number of the shard.
local function locate(rest)
  local number = rest % (2 * size)
  if number >= count then number = number - size end
  return number
end

local names, bucketPrefix = {}, prefix .. 'b'

local function nameOf(number)
  local name = names[number]
  if not name then
    name = bucketPrefix .. number
    names[number] = name
  end
  return name
end

local function read(number)
  local held = buckets[number]
  if not held then
    held = call('GET', nameOf(number)) or ''
    buckets[number] = held
  end
  return held
end

local function write(number, held)
  buckets[number] = held
  if held == '' then return call('DEL', nameOf(number)) end
  call('SET', nameOf(number), held, 'PX', keepMs)
end

-- The next record of a key from a place on.
local function find(held, key, from)
  local at = findText(held, key, from, true)
  while at and at % WIDTH ~= 1 do at = findText(held, key, at + 1, true) end
  return at
end

-- The time of the last mark, and where what is not past the look-back begins.
local function readMarks(held)
  local last, first, at = 0, 1, find(held, MARK, 1)
  while at do
    last = unpackBytes('<I4', held, at + 3)
    if last <= now - lookbackMs / 1000 then first = at + WIDTH end
    at = find(held, MARK, at + WIDTH)
  end
  return last, first
end

-- The name of a key's own list: the whole key, whose lower bits are those of its bucket.
local function listOf(key, number)
  local rest = struct.unpack('<I3', key) * LEAST + number % LEAST
  return prefix .. string.format('%d', rest * SHARDS + shard)
end
