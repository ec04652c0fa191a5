// Shows the contract; what is tried out goes to the service that the page comes from, whatever servers the contract names.
const here = new URL('..', location).pathname.replace(/\/$/, '');

const page = SwaggerUIBundle({
  url: 'api/openapi.yaml',
  dom_id: '#page',
  deepLinking: true,
  validatorUrl: null,
  onComplete: () => {
    const contract = page.specSelectors.specJson().toJS();
    const served = contract.swagger
      ? {...contract, host: location.host, basePath: here || '/', schemes: [location.protocol.slice(0, -1)]}
      : {...contract, servers: [{url: here || '/'}]};
    page.specActions.updateJsonSpec(served);
  },
});
