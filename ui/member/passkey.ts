/**
 * Passkeys in the browser. The API speaks WebAuthn's JSON forms; older phones cannot parse or print
 * them themselves, so the few binary fields are turned here.
 */
type Json = Record<string, unknown>

export const passkeysWork = () => typeof PublicKeyCredential === 'function'

/** True when the browser can offer passkeys inside the e-mail field's suggestions. */
export const autofillWorks = async () =>
  passkeysWork() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false)

/** Asks for a passkey to sign in with. `autofill` waits silently in the input's suggestions until one is picked. */
export async function presentPasskey(
  options: Json,
  { autofill = false, signal }: { autofill?: boolean; signal?: AbortSignal } = {},
): Promise<Json> {
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: keys(options.allowCredentials),
    } as PublicKeyCredentialRequestOptions,
    ...(autofill ? { mediation: 'conditional' as const } : {}),
    ...(signal ? { signal } : {}),
  })
  const { response, ...rest } = common(credential as PublicKeyCredential)
  const assertion = response as AuthenticatorAssertionResponse
  return {
    ...rest,
    response: {
      clientDataJSON: text(assertion.clientDataJSON),
      authenticatorData: text(assertion.authenticatorData),
      signature: text(assertion.signature),
      ...(assertion.userHandle ? { userHandle: text(assertion.userHandle) } : {}),
    },
  }
}

/** Makes a new passkey on this device. */
export async function makePasskey(options: Json): Promise<Json> {
  const user = options.user as Json
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: keys(options.excludeCredentials),
    } as PublicKeyCredentialCreationOptions,
  })
  const { response, ...rest } = common(credential as PublicKeyCredential)
  const attestation = response as AuthenticatorAttestationResponse
  return {
    ...rest,
    response: {
      clientDataJSON: text(attestation.clientDataJSON),
      attestationObject: text(attestation.attestationObject),
      transports: attestation.getTransports?.() ?? [],
    },
  }
}

/** The person closed the browser's dialog or let it run out: not an error worth a red box. */
export const wasCancelled = (error: unknown) =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')

function common(credential: PublicKeyCredential) {
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: credential.response,
  }
}

const keys = (list: unknown) =>
  Array.isArray(list) ? list.map((key: Json) => ({ ...key, id: bytes(key.id) })) : undefined

/** base64url → bytes. */
function bytes(encoded: unknown): ArrayBuffer {
  const binary = atob(String(encoded).replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0)).buffer
}

/** bytes → base64url. */
const text = (buffer: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
