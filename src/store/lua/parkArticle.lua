--[[
Sets an article aside with the error that stopped it, where an admin can see and retry it. Its place in a story, if an earlier
revision has one, is kept.
KEYS  1 state  2 pending  3 failures
ARGV  1 ordinal  2 revision  3 error JSON
Out   1 parked, 0 that revision was committed meanwhile
]]
local row = redis.call('HGET', KEYS[1], ARGV[1])
local revision = tonumber(ARGV[2])
local accepted, committed, story = revision, 0, ''
if row then
  local a, m, _, s = string.match(row, '^(%d+) (%d+) (%a) ?(.*)$')
  accepted, committed, story = tonumber(a), tonumber(m), s
end
if committed >= revision then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], accepted .. ' ' .. committed .. ' f ' .. story)
redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
if accepted <= revision then redis.call('ZREM', KEYS[2], ARGV[1]) end
return 1
