-- Part of insertPostings, after indexBuckets: how a shard gets wider and narrower.

-- Which values of a byte have a bit set, as what to put in place of a record that has such a byte; and those that have not.
local function halves(bit)
  local set, unset = {}, {}
  for from = 0, 255, 2 * bit do
    for value = from, from + bit - 1 do
      unset[string.char(value)] = ''
      set[string.char(value + bit)] = ''
    end
  end
  return set, unset
end

-- Records without those whose byte, which the pattern of a record captures, is among the dropped. Marks stay.
local function without(held, pattern, dropped)
  local parts, from = {}, 1
  local at = find(held, MARK, 1)
  while at do
    parts[#parts + 1] = string.gsub(sub(held, from, at - 1), pattern, dropped)
    parts[#parts + 1] = sub(held, at, at + WIDTH - 1)
    from = at + WIDTH
    at = find(held, MARK, from)
  end
  parts[#parts + 1] = string.gsub(sub(held, from), pattern, dropped)
  return table.concat(parts)
end

local BYTE_PATTERNS = { '(.)......', '.(.).....', '..(.)....' }

-- Makes a bucket more out of each of so many whose turn it is.
local function split(times)
  local pattern, upper, lower, halved
  for _ = 1, times do
    if halved ~= size then
      halved = size
      -- The lowest bit of a record's key by which the two differ is that of the size.
      local bit, byte = size / LEAST, 1
      while bit >= 256 do bit, byte = bit / 256, byte + 1 end
      pattern = BYTE_PATTERNS[byte]
      upper, lower = halves(bit)
    end
    local from = count - size
    local held = read(from)
    write(from, without(held, pattern, upper))
    write(count, without(held, pattern, lower))
    count = count + 1
    if count == size * 2 then size = count end
  end
end

-- What is not past the look-back, without its marks: what is written next will have one before it.
local function unmarked(number)
  local held, kept = read(number), {}
  local _, first = readMarks(held)
  for at = 1, #held, WIDTH do
    local record = sub(held, at, at + WIDTH - 1)
    local lasts = at >= first or sub(record, 4) == EXIT
    if lasts and sub(record, 1, 3) ~= MARK then kept[#kept + 1] = record end
  end
  return table.concat(kept)
end

-- Puts the bucket that was made last back into the one it came from.
local function unite()
  if count == LEAST then return end
  count = count - 1
  if count < size then size = size / 2 end
  local into = count - size
  write(into, unmarked(into) .. unmarked(count))
  write(count, '')
end
