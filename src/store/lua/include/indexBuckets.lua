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
-- Postings of one key that a bucket holds: reading one costs 0.2 us, a list of its own some 130 bytes.
local MOST = 24

-- How many buckets there are, and when (s) the first one was made.
local count, since = string.match(redis.call('GET', COUNT) or '', '^(%d+) (%d+)$')
count, since = tonumber(count or LEAST), tonumber(since or now)
local size = LEAST
while size * 2 <= count do size = size * 2 end
local buckets = {}

-- The bucket of a key, and the part of the key that its records bear.
local function locate(key)
  local rest = math.floor(key / SHARDS)
  local number = rest % (2 * size)
  if number >= count then number = number - size end
  return number, struct.pack('<I3', math.floor(rest / LEAST))
end

local function nameOf(number) return string.format('%sb%d', prefix, number) end

local function read(number)
  local held = buckets[number]
  if not held then
    held = redis.call('GET', nameOf(number)) or ''
    buckets[number] = held
  end
  return held
end

local function write(number, held)
  buckets[number] = held
  if held == '' then return redis.call('DEL', nameOf(number)) end
  redis.call('SET', nameOf(number), held, 'PX', keepMs)
end

-- The next record of a key from a place on.
local function find(held, key, from)
  while true do
    local at = string.find(held, key, from, true)
    if not at or at % WIDTH == 1 then return at end
    from = at + 1
  end
end

-- The time of the last mark, and where what is not past the look-back begins.
local function readMarks(held)
  local last, first, at = 0, 1, find(held, MARK, 1)
  while at do
    last = struct.unpack('<I4', held, at + 3)
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

-- Gives a key a list of its own, with the postings given, and returns the record that says so.
local function moveOut(key, number, postings)
  local list = table.concat(postings, '', math.max(1, #postings - cap + 1))
  redis.call('SET', listOf(key, number), list, 'PX', lookbackMs)
  return key .. EXIT
end

-- Drops what is past the look-back and moves out keys that have become common. Says how many postings and exits are left.
local function tidy(number)
  local held = read(number)
  local _, first = readMarks(held)
  local byKey, exits, records, marks = {}, {}, {}, 0
  for at = 1, #held, WIDTH do
    local key, ordinal = string.sub(held, at, at + 2), string.sub(held, at + 3, at + 6)
    if ordinal == EXIT then
      if redis.call('EXISTS', listOf(key, number)) == 1 then exits[#exits + 1] = key .. EXIT end
    elseif at >= first then
      records[#records + 1] = at
      local postings = byKey[key] or {}
      if key == MARK then marks = marks + 1 else postings[#postings + 1] = ordinal end
      byKey[key] = postings
    end
  end
  for key, postings in pairs(byKey) do
    if #postings > MOST then exits[#exits + 1] = moveOut(key, number, postings) end
  end
  local kept = exits
  for _, at in ipairs(records) do
    if #byKey[string.sub(held, at, at + 2)] <= MOST then kept[#kept + 1] = string.sub(held, at, at + WIDTH - 1) end
  end
  if #kept * WIDTH < #held then write(number, table.concat(kept)) end
  return #kept - marks
end
