// The running Rapport, and plain calls of its HTTP API.

export const url = needed('RAPPORT_URL');
export const headers = { authorization: `Bearer ${needed('RAPPORT_TOKEN')}` };

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name}`);
  return value;
}

export const flowUrl = (flow) => `${url}/genkit/flows/${flow}`;
export const agentUrl = (flow) => `${url}/genkit/agents/${flow}`;

export const conversation = (id) => get(`/api/v1/conversations/${id}`);

/** What profile-service knows of a conversation, at `rev` or later. */
export async function record(kind, id, rev) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await get(`/api/v1/${kind}/${id}?atLeastRev=${rev}`);
    } catch (e) {
      const behind = e.status === 404 || e.status === 409;
      if (!behind || attempt === 20) throw e;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);

async function call(method, path, body) {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw Object.assign(new Error(`${method} ${path}: ${response.status} ${text}`), {
      status: response.status,
    });
  }
  return JSON.parse(text);
}
