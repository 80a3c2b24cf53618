-- Part of insertPostings, after indexBuckets: what becomes of one entry.

-- Records to be added to each bucket, which of these begin with a mark, and which buckets are to be tidied.
local added, marked, untidy = {}, {}, {}

local function append(number, record)
  local before = added[number]
  if not before then
    before = ''
    local held = read(number)
    local last, first = readMarks(held)
    if now - last >= markMs / 1000 then
      before = MARK .. struct.pack('<I4', now)
      marked[number] = true
    end
    untidy[number] = first > 1 and 2 * first > #held
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

-- Enters an article into a key's own list, and reads the newest of what was there: putting the two together is left to who asks.
local function enter(list, ordinal, most)
  local packed = call('GETRANGE', list, -4 * most, -1)
  if not insert then return packed end
  -- Rewriting only every cap postings keeps trimming at O(1) an insert.
  if not holds(packed, ordinal) and call('APPEND', list, ordinal) >= 8 * cap then
    call('SET', list, call('GETRANGE', list, -4 * cap, -1))
  end
  call('PEXPIRE', list, lookbackMs)
  return packed
end

-- Which part has what was found for each entry. A part is not put together from others: each string costs 2 ns a byte here.
local found, parts, partOf = {}, { '' }, {}

local function tellList(list)
  parts[#parts + 1] = list
  return 1 - #parts
end

local function tellBucket(number)
  local part = partOf[number]
  if not part then
    part = #parts
    parts[part + 1], partOf[number] = read(number), part
  end
  return part
end

-- Enters an article under a key, unless it is only to be read, and answers what is told of it.
local function visit(number, key, record, most)
  local held, more = read(number), added[number]
  local at = find(held, key, 1)
  local atMore = more and find(more, key, 1)
  if not at and not atMore then
    if insert then append(number, record) end
    return 0
  end
  -- A key that has an exit has no other record: its postings went out with it.
  if at and sub(held, at + 3, at + 6) == EXIT then
    return tellList(enter(listOf(key, number), sub(record, 4), most))
  end
  if insert and not (at and find(held, record, at)) and not (atMore and find(more, record, atMore)) then append(number, record) end
  return (at and 2 * tellBucket(number) or 0) + (atMore and 1 or 0)
end
