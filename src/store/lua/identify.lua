--[[
Gives each posted article its id and ordinal: the ones it already has, found by id or by source + URL, else new ones.
KEYS  1 ids (hash id → ordinal; an alias → 'ordinal id')  2 urls (hash url key → id)  3 seq (last ordinal)  4 arrivals (zset ordinal → ms)
ARGV  1 now (ms)  2 prefix of the sets that keep an article's further names, then three an article: id given by the client or '', url key or '', id to use when none is given
Out   flat list: id, ordinal for each article, in order
An id posted for a URL that is known under another id becomes an alias: both name the same ordinal, and the first id stays the article's.
]]
local ids, urls, seq, arrivals = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local now, names = ARGV[1], ARGV[2]
local out = {}

-- The ordinal and the own id of the article that an id names.
local function find(id)
  local found = redis.call('HGET', ids, id)
  if not found then return false end
  local ordinal, own = string.match(found, '^(%d+) ?(.*)$')
  return ordinal, own ~= '' and own or id
end

local function findByUrl(url, id)
  local owner = redis.call('HGET', urls, url)
  if not owner then return false end
  local ordinal, own = find(owner)
  if ordinal and id ~= '' then
    redis.call('HSET', ids, id, ordinal .. ' ' .. own)
    redis.call('SADD', names .. ordinal, 'i' .. id)
  end
  return ordinal, own
end

for i = 3, #ARGV, 3 do
  local id, url, fallback = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local ordinal, own, isNew = false, id, false
  if id ~= '' then ordinal, own = find(id) end
  if not ordinal and url ~= '' then ordinal, own = findByUrl(url, id) end
  if not ordinal and id == '' then ordinal, own = find(fallback) end
  if not ordinal then
    own = id ~= '' and id or fallback
    ordinal = tostring(redis.call('INCR', seq))
    redis.call('HSET', ids, own, ordinal)
    isNew = true
    redis.call('ZADD', arrivals, now, ordinal)
  end
  if url ~= '' and redis.call('HSETNX', urls, url, own) == 1 and not isNew then
    redis.call('SADD', names .. ordinal, 'u' .. url)
  end
  out[#out + 1] = own
  out[#out + 1] = ordinal
end

return out
