// Loaded before everything else: whatever listens here, listens on the loopback only.
const { Server } = require('node:net');

const LOOPBACK = '127.0.0.1';
const listen = Server.prototype.listen;

const isPort = (value) => typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));

Server.prototype.listen = function (where, ...rest) {
    if (isPort(where)) {
        const callback = rest.find((argument) => typeof argument === 'function');
        return listen.call(this, { port: Number(where), host: LOOPBACK }, ...(callback ? [callback] : []));
    }
    if (where !== null && typeof where === 'object' && where.port !== undefined) {
        return listen.call(this, { ...where, host: LOOPBACK }, ...rest);
    }
    return listen.call(this, where, ...rest);
};
