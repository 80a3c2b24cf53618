--[[
Marks stored revisions as waiting to be clustered. Idempotent: a revision already committed or waiting is left alone.
KEYS  1 state (hash ordinal → 'accepted committed code story')  2 pending (zset ordinal → ms)
      3 changes (stream: a, the ordinal of an article that has changed since it was first accepted)
ARGV  1 now (ms), then two an article: ordinal, revision
Out   a list of 1 (put it on the queue) or 0 for each article, in order
]]
local state, pending, changes = KEYS[1], KEYS[2], KEYS[3]
local now = ARGV[1]
local out = {}

for i = 2, #ARGV, 2 do
  local ordinal, revision = ARGV[i], tonumber(ARGV[i + 1])
  local accepted, committed, code, story = 0, 0, 'q', ''
  local row = redis.call('HGET', state, ordinal)
  if row then
    local a, m, c, s = string.match(row, '^(%d+) (%d+) (%a) ?(.*)$')
    accepted, committed, code, story = tonumber(a), tonumber(m), c, s
  end
  local waiting = accepted >= revision and redis.call('ZSCORE', pending, ordinal)
  if waiting or (committed >= revision and code ~= 'f') then
    out[#out + 1] = 0
  else
    if code == 'f' then code = committed > 0 and story ~= '' and 'c' or 'q' end
    redis.call('HSET', state, ordinal, math.max(accepted, revision) .. ' ' .. committed .. ' ' .. code .. ' ' .. story)
    redis.call('ZADD', pending, now, ordinal)
    if accepted > 0 and revision > accepted then redis.call('XADD', changes, 'MAXLEN', 1000, '*', 'a', ordinal) end
    out[#out + 1] = 1
  end
end

return out
