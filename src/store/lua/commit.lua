--[[
Changes who belongs to which story: the only writer of membership. Each change stands alone and either happens whole or not at
all; a change whose reads no longer hold is refused as a conflict, for its worker to read again and decide again.
KEYS  1 state (hash ordinal → 'accepted committed code story')  2 pending (zset)  3 dirty (zset story → due ms)
      4 failures (hash)  Story hashes and logs are reached by prefix: they share the slot.
ARGV  1 prefix 'sf:{c}:'  2 now (ms)  3 number of changes, then for each change:
      subject ordinal or ''  subject revision  subject code (c clustered, w withdrawn)
      #reads,    then (ordinal, story it was in or '')
      #versions, then (story, version read; 0 must not exist; -1 any version but active)
      #puts,     then (ordinal, story, encoded member)
      #drops,    then (ordinal)
      #retired,  then (story, 'm' merged or 'r' retracted, into or '')
      #touched,  then (story, log entry JSON, document due at ms)
Out   one number a change: 0 was committed before, 1 committed, 2 conflict
]]
local state, pending, dirty, failures = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local prefix, now, count = ARGV[1], ARGV[2], tonumber(ARGV[3])
local at = 3

local function take()
  at = at + 1
  return ARGV[at]
end

local function takeRows(width)
  local rows = {}
  for i = 1, tonumber(take()) do
    local row = {}
    for j = 1, width do row[j] = take() end
    rows[i] = row
  end
  return rows
end

local function readState(ordinal)
  local row = redis.call('HGET', state, ordinal)
  if not row then return 0, 0, 'q', '' end
  local accepted, committed, code, story = string.match(row, '^(%d+) (%d+) (%a) ?(.*)$')
  return tonumber(accepted), tonumber(committed), code, story
end

local function writeState(ordinal, accepted, committed, code, story)
  redis.call('HSET', state, ordinal, accepted .. ' ' .. committed .. ' ' .. code .. ' ' .. story)
end

local function leave(ordinal, story)
  if story ~= '' and redis.call('HDEL', prefix .. 's:' .. story, 'm:' .. ordinal) == 1 then
    redis.call('HINCRBY', prefix .. 's:' .. story, 'n', -1)
  end
end

local function holds(reads, versions)
  for _, read in ipairs(reads) do
    local _, _, _, story = readState(read[1])
    if story ~= read[2] then return false end
  end
  for _, version in ipairs(versions) do
    local now_ = redis.call('HMGET', prefix .. 's:' .. version[1], 'v', 'st')
    if version[2] == '-1' then
      if now_[2] ~= 'a' then return false end
    elseif (now_[1] or '0') ~= version[2] then
      return false
    end
  end
  return true
end

local function apply(change)
  for _, put in ipairs(change.puts) do
    local ordinal, story, member = put[1], put[2], put[3]
    local accepted, committed, code, old = readState(ordinal)
    if old ~= story then leave(ordinal, old) end
    if redis.call('HSET', prefix .. 's:' .. story, 'm:' .. ordinal, member) == 1 then
      redis.call('HINCRBY', prefix .. 's:' .. story, 'n', 1)
    end
    writeState(ordinal, accepted, committed, code, story)
  end
  for _, drop in ipairs(change.drops) do
    local accepted, committed, code, old = readState(drop[1])
    leave(drop[1], old)
    writeState(drop[1], accepted, committed, code, '')
  end
  for _, touched in ipairs(change.touched) do
    local story = prefix .. 's:' .. touched[1]
    local version = redis.call('HINCRBY', story, 'v', 1)
    if version == 1 then redis.call('HSET', story, 'st', 'a', 'created', now) end
    redis.call('RPUSH', prefix .. 'log:' .. touched[1], version .. ' ' .. touched[2])
    redis.call('ZADD', dirty, 'LT', touched[3], touched[1])
  end
  for _, retired in ipairs(change.retired) do
    redis.call('HSET', prefix .. 's:' .. retired[1], 'st', retired[2], 'into', retired[3])
    redis.call('ZADD', prefix .. 'ended', now, retired[1])
  end
  if change.subject ~= '' then
    local accepted, _, _, story = readState(change.subject)
    writeState(change.subject, math.max(accepted, change.revision), change.revision, change.code, story)
    if accepted <= change.revision then redis.call('ZREM', pending, change.subject) end
    redis.call('HDEL', failures, change.subject)
  end
end

local out = {}
for i = 1, count do
  local change = { subject = take(), revision = tonumber(take()), code = take() }
  local reads, versions = takeRows(2), takeRows(2)
  change.puts, change.drops, change.retired, change.touched = takeRows(3), takeRows(1), takeRows(3), takeRows(3)
  local accepted, committed, code = 0, 0, 'q'
  if change.subject ~= '' then accepted, committed, code = readState(change.subject) end
  if change.subject ~= '' and committed >= change.revision and code ~= 'f' then
    if accepted <= committed then redis.call('ZREM', pending, change.subject) end
    out[i] = 0
  elseif holds(reads, versions) then
    apply(change)
    out[i] = 1
  else
    out[i] = 2
  end
end
return out
