-- Part of commit.lua: a reviewer's decision with all it changes besides membership. Numbers follow each other without gaps, since a
-- decision that rests on another count is refused.

local function appendWord(key, field, word)
  local row = redis.call('HGET', key, field)
  if not row then
    redis.call('HSET', key, field, word)
  elseif not string.find(' ' .. row .. ' ', ' ' .. word .. ' ', 1, true) then
    redis.call('HSET', key, field, row .. ' ' .. word)
  end
end

local function removeWord(key, field, word)
  local row = ' ' .. (redis.call('HGET', key, field) or '') .. ' '
  local from, to = string.find(row, ' ' .. word .. ' ', 1, true)
  if not from then return end
  local rest = string.sub(string.sub(row, 1, from) .. string.sub(row, to + 1), 2, -2)
  if rest == '' then redis.call('HDEL', key, field) else redis.call('HSET', key, field, rest) end
end

local function takeDecision()
  local decision = { number = take() }
  if decision.number == '' then return nil end
  decision.links, decision.fields, decision.marks = takeRows(3), takeRows(3), takeRows(2)
  decision.moved, decision.stories, decision.revived = takeRows(1), takeRows(1), takeRows(1)
  decision.record, decision.settings, decision.trim = take(), take(), take()
  decision.events = takeRows(3)
  return decision
end

local function record(decision, retired)
  local number = decision.number
  redis.call('SET', prefix .. 'decided', number)
  redis.call('HSET', prefix .. 'decisions', number, decision.record)
  if decision.settings ~= '' then redis.call('SET', prefix .. 'settings', decision.settings) end
  for _, link in ipairs(decision.links) do
    local change = link[1] == '+' and appendWord or removeWord
    change(prefix .. 'con', link[2], link[3])
  end
  for _, field in ipairs(decision.fields) do
    local story = prefix .. 's:' .. field[1]
    if field[3] == '' then redis.call('HDEL', story, field[2]) else redis.call('HSET', story, field[2], field[3]) end
  end
  for _, mark in ipairs(decision.marks) do
    if mark[2] == '' then redis.call('HDEL', prefix .. 'undone', mark[1]) else redis.call('HSET', prefix .. 'undone', mark[1], mark[2]) end
  end
  for _, moved in ipairs(decision.moved) do appendWord(prefix .. 'moved', moved[1], number) end
  for _, story in ipairs(decision.stories) do appendWord(prefix .. 'decidedon', story[1], number) end
  for _, ended in ipairs(retired) do redis.call('HSET', prefix .. 's:' .. ended[1], 'by', number) end
  for _, revived in ipairs(decision.revived) do
    redis.call('HSET', prefix .. 's:' .. revived[1], 'st', 'a')
    redis.call('HDEL', prefix .. 's:' .. revived[1], 'into', 'by')
    redis.call('ZREM', prefix .. 'ended', revived[1])
  end
  for _, event in ipairs(decision.events) do
    redis.call('XADD', prefix .. 'events', 'MAXLEN', '~', decision.trim, '*', 't', event[1], 's', event[2], 'd', event[3])
  end
end
