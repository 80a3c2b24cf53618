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

-- Where an ordinal is in a list.
local function place(list, ordinal)
  local at = findText(list, ordinal, 1, true)
  while at and at % 4 ~= 1 do at = findText(list, ordinal, at + 1, true) end
  return at
end

-- Which part has what was found for each entry. A part is not put together from others: each string costs 2 ns a byte here.
local found, parts, partOf = {}, { '' }, {}

-- Lists that keys have to themselves, by what is left of the key without the number of the shard: of many articles under one key each
-- list is read, appended to and renewed once.
local lists, LIST = {}, 65536

-- The newest of a key's own list as it was before this call, at least so many, with room for the part that says what this call adds.
local function openList(rest, most)
  local list = lists[rest]
  if not list then
    list = { name = prefix .. string.format('%d', rest * SHARDS + shard), added = '', most = 0, parts = {} }
    lists[rest] = list
  end
  if list.most < most then
    list.most, list.before, list.part = most, call('GETRANGE', list.name, -4 * most, -1), #parts
    list.parts[#list.parts + 1] = list.part
    parts[list.part + 1], parts[list.part + 2] = list.before, ''
  end
  return list
end

-- Enters an article into a key's own list, unless it is only to be read, and answers what is told of it.
local function visitList(rest, ordinal, most)
  local list = openList(rest, most)
  if insert and not place(list.added, ordinal) then
    local at = place(list.before, ordinal)
    -- One that is not among those read, or that the ones added since have moved out of them, comes anew.
    if not at or at <= #list.before + #list.added - 4 * most then list.added = list.added .. ordinal end
  end
  return -(LIST * #list.added / 4 + list.part)
end

local function closeList(list)
  local name, more = list.name, list.added
  for _, part in ipairs(list.parts) do parts[part + 2] = more end
  -- Rewriting only every cap postings keeps trimming at O(1) an insert.
  if more ~= '' and call('APPEND', name, more) >= 8 * cap then call('SET', name, call('GETRANGE', name, -4 * cap, -1)) end
  call('PEXPIRE', name, lookbackMs)
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
local function visit(rest, key, record, most)
  local number = locate(rest)
  local held, more = read(number), added[number]
  local at = find(held, key, 1)
  local atMore = more and find(more, key, 1)
  if not at and not atMore then
    if insert then append(number, record) end
    return 0
  end
  -- A key that has an exit has no other record: its postings went out with it.
  if at and sub(held, at + 3, at + 6) == EXIT then return visitList(rest, sub(record, 4), most) end
  if insert and not (at and find(held, record, at)) and not (atMore and find(more, record, atMore)) then append(number, record) end
  return (at and 2 * tellBucket(number) or 0) + (atMore and 1 or 0)
end
