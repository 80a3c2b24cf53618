-- Part of insertPostings, after indexBuckets: how a shard gets wider and narrower.

-- Makes one bucket more out of the one whose turn it is.
local function split()
  local from, parts = count - size, { {}, {} }
  local held = read(from)
  for at = 1, #held, WIDTH do
    local record = string.sub(held, at, at + WIDTH - 1)
    local isMark = string.sub(record, 1, 3) == MARK
    local upper = math.floor(struct.unpack('<I3', record) / (size / LEAST)) % 2 == 1
    if isMark or not upper then table.insert(parts[1], record) end
    if isMark or upper then table.insert(parts[2], record) end
  end
  write(from, table.concat(parts[1]))
  write(count, table.concat(parts[2]))
  count = count + 1
  if count == size * 2 then size = count end
end

-- What is not past the look-back, without its marks: what is written next will have one before it.
local function unmarked(number)
  local held, kept = read(number), {}
  local _, first = readMarks(held)
  for at = 1, #held, WIDTH do
    local record = string.sub(held, at, at + WIDTH - 1)
    local lasts = at >= first or string.sub(record, 4) == EXIT
    if lasts and string.sub(record, 1, 3) ~= MARK then kept[#kept + 1] = record end
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
