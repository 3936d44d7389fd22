'use strict';

SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'none',
  tagsSorter: 'alpha',
  // The page would otherwise be checked by a service outside.
  validatorUrl: null,
});
