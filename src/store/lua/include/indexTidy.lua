-- Part of insertPostings, after indexBuckets: what is dropped from a bucket, and what is moved out.

-- Gives a key a list of its own, with the postings given, and returns the record that says so.
local function moveOut(key, number, postings)
  local list = table.concat(postings, '', math.max(1, #postings - cap + 1))
  call('SET', listOf(key, number), list, 'PX', lookbackMs)
  return key .. EXIT
end

-- Drops what is past the look-back and moves out keys that have become common. Says how many postings and exits are left.
local function tidy(number)
  local held = read(number)
  local _, first = readMarks(held)
  local byKey, exits, records, marks = {}, {}, {}, 0
  for at = 1, #held, WIDTH do
    local key, ordinal = sub(held, at, at + 2), sub(held, at + 3, at + 6)
    if ordinal == EXIT then
      if call('EXISTS', listOf(key, number)) == 1 then exits[#exits + 1] = key .. EXIT end
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
    if #byKey[sub(held, at, at + 2)] <= MOST then kept[#kept + 1] = sub(held, at, at + WIDTH - 1) end
  end
  if #kept * WIDTH < #held then write(number, table.concat(kept)) end
  return #kept - marks
end

-- Whether one of the keys of these records, which are among those of a bucket, has become common.
local function isCrowded(held, records)
  for at = 1, #records, WIDTH do
    local key, n = sub(records, at, at + 2), 0
    local next = find(held, key, 1)
    while next do
      n = n + 1
      next = find(held, key, next + WIDTH)
    end
    if n >= MOST then return true end
  end
  return false
end
