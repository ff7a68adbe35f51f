import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Where the SDK's clients have their credentials from: in bundles this stands for `@aws-sdk/credential-provider-node`
 * (infra/bundling.ts). Lambda writes them into the environment
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime); the other ways,
 * which that package also tries, are two fifths of what the clients take to load.
 */
export const defaultProvider = fromEnv;
