--[[
Changes who belongs to which story: the only writer of membership. Each change stands alone and either happens whole or not at
all; a change whose reads no longer hold is refused as a conflict, for its worker to read again and decide again.
An article decided on while another that it was compared with still waits leaves its ordinal in that one's 'seen' set: the other may have
looked into the index too early to find it, and must have read its place before it is decided on in turn.
An article decided on is noted in 'again', and taken from there by the second look at it: that changes something once, and only while
the revision it looked at is the one that counts.
KEYS  1 state (hash ordinal → 'accepted committed code story')  2 pending (zset)  3 dirty (zset story → due ms)
      4 failures (hash)  Story hashes and logs are reached by prefix: they share the slot.
ARGV  1 prefix 'sf:{c}:'  2 now (ms)  3 number of changes, then for each change:
      subject ordinal or ''  subject revision  subject code (c clustered, w withdrawn, a looked at again)
      #groups of reads, then (story they were in or '', #ordinals, then ordinal)
      #versions, then (story, version read; 0 must not exist; -1 any version but active)
      #puts,     then (ordinal, story, encoded member)
      #drops,    then (ordinal)
      #retired,  then (story, 'm' merged or 'r' retracted, into or '')
      #touched,  then (story, log entry JSON, document due at ms: until now, or later if the last one is not long ago)
      number of decisions the change rests on, or '' where it rests on none
      '' or, for a reviewer's decision, its number and
        #links (+ or -, ordinal, constraint)  #fields (story, field, value or '')  #undone (decision, by or '')
        #moved (ordinal)  #stories (story)  #revived (story)  record  settings JSON or ''  length to trim the stream to  #events (type, story, data)
Out   one number a change: 0 was committed before (or the article is forgotten, or not to be looked at again), 1 committed, 2 conflict
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

-- Articles read in one story, by where their ordinals are among the arguments: eighty an article, too many for a table each.
local function takeReads()
  local groups = {}
  for i = 1, tonumber(take()) do
    local group = { story = take(), from = at + 2 }
    at = at + 1 + tonumber(ARGV[at + 1])
    group.to, groups[i] = at, group
  end
  return groups
end

local function parseState(row)
  if not row then return 0, 0, 'q', '' end
  local accepted, committed, code, story = string.match(row, '^(%d+) (%d+) (%a) ?(.*)$')
  return tonumber(accepted), tonumber(committed), code, story
end

local function readState(ordinal)
  return parseState(redis.call('HGET', state, ordinal))
end

local function writeState(ordinal, accepted, committed, code, story)
  redis.call('HSET', state, ordinal, accepted .. ' ' .. committed .. ' ' .. code .. ' ' .. story)
end

local function leave(ordinal, story)
  if story ~= '' and redis.call('HDEL', prefix .. 's:' .. story, 'm:' .. ordinal) == 1 then
    redis.call('HINCRBY', prefix .. 's:' .. story, 'n', -1)
  end
end

local function isLookedAtAgain(change)
  local accepted, committed, code = readState(change.subject)
  if accepted == change.revision and committed == change.revision and code == 'c' then
    return not redis.call('ZSCORE', prefix .. 'again', change.subject)
  end
  return true
end

local function isSettled(change)
  if change.code == 'a' then return isLookedAtAgain(change) end
  if redis.call('HEXISTS', state, change.subject) == 0 then return true end
  local accepted, committed = readState(change.subject)
  if committed < change.revision then return false end
  if accepted <= committed then redis.call('ZREM', pending, change.subject) end
  return true
end

-- include recordDecision

-- The rows of the articles read in one story, in order; of more than some thousands at once Redis would not tell.
local function readRows(group)
  local rows = {}
  for from = group.from, group.to, 1000 do
    local part = redis.call('HMGET', state, unpack(ARGV, from, math.min(from + 999, group.to)))
    for i = 1, #part do rows[#rows + 1] = part[i] end
  end
  return rows
end

-- Whether all articles of these rows are in a story. Their ends are looked at: taking eighty rows apart is what an article cost most here.
local function areIn(rows, story)
  local ending = ' ' .. story
  for _, row in ipairs(rows) do
    if story == '' then
      local _, _, _, other = parseState(row)
      if other ~= '' then return false end
    elseif not row or string.sub(row, -#ending) ~= ending then
      return false
    end
  end
  return true
end

-- Whether those that overtook the article in the queue are among what was read.
local function knowsOvertakers(change)
  local overtakers = redis.call('SMEMBERS', prefix .. 'seen:' .. change.subject)
  if #overtakers == 0 then return true end
  local known = {}
  for _, group in ipairs(change.reads) do
    for i = group.from, group.to do known[ARGV[i]] = true end
  end
  for _, other in ipairs(overtakers) do
    if not known[other] then return false end
  end
  return true
end

local function holds(change)
  if change.guard ~= '' and (redis.call('GET', prefix .. 'decided') or '0') ~= change.guard then return false end
  for _, group in ipairs(change.reads) do
    group.rows = readRows(group)
    if not areIn(group.rows, group.story) then return false end
  end
  if change.code == 'c' and change.subject ~= '' and not knowsOvertakers(change) then return false end
  for _, version in ipairs(change.versions) do
    local now_ = redis.call('HMGET', prefix .. 's:' .. version[1], 'v', 'st')
    if version[2] == '-1' then
      if now_[2] ~= 'a' then return false end
    elseif (now_[1] or '0') ~= version[2] then
      return false
    end
  end
  return true
end

-- The rows that were read still say which revisions wait: what is put elsewhere waits as before.
local function noteSeen(change)
  for _, group in ipairs(change.reads) do
    for i, row in ipairs(group.rows) do
      local ordinal = ARGV[group.from + i - 1]
      local isDecided = not row or string.find(row, '^(%d+) %1 ')
      if not isDecided and ordinal ~= change.subject then
        local waiting, decided = parseState(row)
        if waiting > decided then redis.call('SADD', prefix .. 'seen:' .. ordinal, change.subject) end
      end
    end
  end
end

local function settle(change)
  noteSeen(change)
  if change.code == 'a' then return redis.call('ZREM', prefix .. 'again', change.subject) end
  local accepted, _, code, story = readState(change.subject)
  -- A newer revision was parked meanwhile: its error stays, and it waits for a retry.
  local parked = code == 'f' and accepted > change.revision
  code = parked and 'f' or change.code
  writeState(change.subject, math.max(accepted, change.revision), change.revision, code, story)
  if not parked then redis.call('HDEL', failures, change.subject) end
  if code == 'w' then redis.call('XADD', prefix .. 'changes', 'MAXLEN', 1000, '*', 'a', change.subject) end
  if accepted <= change.revision then
    redis.call('ZREM', pending, change.subject)
    redis.call('DEL', prefix .. 'seen:' .. change.subject)
  end
  if code == 'c' then
    redis.call('ZADD', prefix .. 'again', now, change.subject)
  else
    redis.call('ZREM', prefix .. 'again', change.subject)
  end
end

-- A document that may wait does so until the pause after the last one is over.
local function notBefore(story, due)
  if due <= tonumber(now) then return due end
  local last = redis.call('HMGET', prefix .. 'doc:' .. story, 'at', 'pause')
  return last[1] and math.max(due, tonumber(last[1]) + tonumber(last[2])) or due
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
    redis.call('ZADD', dirty, 'LT', notBefore(touched[1], tonumber(touched[3])), touched[1])
  end
  for _, retired in ipairs(change.retired) do
    redis.call('HSET', prefix .. 's:' .. retired[1], 'st', retired[2], 'into', retired[3])
    redis.call('ZADD', prefix .. 'ended', now, retired[1])
  end
  if change.subject ~= '' then settle(change) end
  if change.decision then record(change.decision, change.retired) end
end

local out = {}
for i = 1, count do
  local change = { subject = take(), revision = tonumber(take()), code = take() }
  change.reads, change.versions = takeReads(), takeRows(2)
  change.puts, change.drops, change.retired, change.touched = takeRows(3), takeRows(1), takeRows(3), takeRows(3)
  change.guard, change.decision = take(), takeDecision()
  if change.subject ~= '' and isSettled(change) then
    out[i] = 0
  elseif holds(change) then
    apply(change)
    out[i] = 1
  else
    out[i] = 2
  end
end
return out
