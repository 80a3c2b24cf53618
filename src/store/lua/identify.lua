--[[
Gives each posted article its id and ordinal: the ones it already has, found by id or by source + URL, else new ones.
KEYS  1 ids (hash id → ordinal)  2 urls (hash url key → id)  3 seq (last ordinal)  4 arrivals (zset ordinal → ms)
ARGV  1 now (ms)  2 prefix of the sets that keep an article's further names, then three an article: id given by the client or '', url key or '', id to use when there is none
Out   flat list: id, ordinal for each article, in order
An id posted for a URL that is known under another id becomes an alias: both name the same ordinal.
]]
local ids, urls, seq, arrivals = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local now, names = ARGV[1], ARGV[2]
local out = {}

for i = 3, #ARGV, 3 do
  local id, url, fallback = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local known = id
  local isNew = false
  local ordinal = id ~= '' and redis.call('HGET', ids, id) or false
  if not ordinal and url ~= '' then
    local owner = redis.call('HGET', urls, url)
    if owner then
      known = owner
      ordinal = redis.call('HGET', ids, owner)
      if ordinal and id ~= '' then
        redis.call('HSET', ids, id, ordinal)
        redis.call('SADD', names .. ordinal, 'i' .. id)
      end
    end
  end
  if not ordinal then
    known = id ~= '' and id or fallback
    ordinal = redis.call('HGET', ids, known)
  end
  if not ordinal then
    ordinal = tostring(redis.call('INCR', seq))
    redis.call('HSET', ids, known, ordinal)
    isNew = true
    redis.call('ZADD', arrivals, now, ordinal)
  end
  if url ~= '' and redis.call('HSETNX', urls, url, known) == 1 and not isNew then
    redis.call('SADD', names .. ordinal, 'u' .. url)
  end
  out[#out + 1] = known
  out[#out + 1] = ordinal
end

return out
