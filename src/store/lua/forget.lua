--[[
Removes what is past retention: articles from the ledger, and stories that have no article left or ended long ago. A story that has
others left goes up a version, and its document is due some time later, when most of such stories will have gone whole.
KEYS  1 state  2 ids  3 urls  4 arrivals  5 pending  6 failures  7 by:updated  8 by:first  9 by:size
ARGV  1 prefix  2 time to which stories that ended, and versions of others, are removed (ms)  3 most of them to remove  4 now (ms)
      5 when documents that lost an article are due (ms)
      then three an article: ordinal, its first id or '', its first url key or ''; further names are in the ledger
Out   number of stories removed
]]
local state, ids, urls, arrivals, pending, failures = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local prefix = ARGV[1]
local removed = 0

local function removeStory(id)
  for _, kind in ipairs({ 's:', 'log:', 'doc:', 'pub:', 'rel:' }) do redis.call('DEL', prefix .. kind .. id) end
  for i = 7, 9 do redis.call('ZREM', KEYS[i], id) end
  redis.call('ZREM', prefix .. 'dirty', id)
  redis.call('ZREM', prefix .. 'reviews', id)
  for _, about in ipairs({ 'reviewed', 'decidedon' }) do redis.call('HDEL', prefix .. about, id) end
  redis.call('ZREM', prefix .. 'ended', id)
  for _, kind in ipairs({ 'failures', 'alone' }) do redis.call('HDEL', prefix .. kind, id) end
  removed = removed + 1
end

-- A story that lives on would keep every version it ever had. Their number is the place in the list and how many went before it.
local function dropVersions(id)
  local versions, doc = prefix .. 'pub:' .. id, prefix .. 'doc:' .. id
  for _ = 2, redis.call('LLEN', versions) do
    local at = string.match(redis.call('LINDEX', versions, 0), '"at":(%d+)')
    if not at or tonumber(at) > tonumber(ARGV[2]) then return end
    redis.call('LPOP', versions)
    redis.call('HINCRBY', doc, 'gone', 1)
  end
end

local function leaveStory(ordinal)
  local row = redis.call('HGET', state, ordinal)
  local id = row and string.match(row, '^%d+ %d+ %a ?(.*)$') or ''
  if id == '' then return end
  local story = prefix .. 's:' .. id
  if redis.call('HDEL', story, 'm:' .. ordinal) == 0 then return end
  if redis.call('HINCRBY', story, 'n', -1) <= 0 then return removeStory(id) end
  local version = redis.call('HINCRBY', story, 'v', 1)
  local entry = '{"at":' .. ARGV[4] .. ',"out":[[' .. ordinal .. ',""]]}'
  redis.call('RPUSH', prefix .. 'log:' .. id, version .. ' ' .. entry)
  redis.call('ZADD', prefix .. 'dirty', 'NX', ARGV[5], id)
  dropVersions(id)
end

for i = 6, #ARGV, 3 do
  local ordinal = ARGV[i]
  leaveStory(ordinal)
  local names = prefix .. 'names:' .. ordinal
  for _, name in ipairs(redis.call('SMEMBERS', names)) do
    redis.call('HDEL', string.sub(name, 1, 1) == 'i' and ids or urls, string.sub(name, 2))
  end
  if ARGV[i + 1] ~= '' then redis.call('HDEL', ids, ARGV[i + 1]) end
  if ARGV[i + 2] ~= '' then redis.call('HDEL', urls, ARGV[i + 2]) end
  redis.call('HDEL', state, ordinal)
  redis.call('HDEL', failures, ordinal)
  redis.call('HDEL', prefix .. 'alone', ordinal)
  redis.call('HDEL', prefix .. 'moved', ordinal)
  redis.call('HDEL', prefix .. 'con', ordinal)
  redis.call('ZREM', pending, ordinal)
  redis.call('ZREM', prefix .. 'again', ordinal)
  redis.call('ZREM', arrivals, ordinal)
  redis.call('DEL', names, prefix .. 'seen:' .. ordinal)
end

for _, id in ipairs(redis.call('ZRANGEBYSCORE', prefix .. 'ended', '-inf', ARGV[2], 'LIMIT', 0, ARGV[3])) do
  removeStory(id)
end
return removed
