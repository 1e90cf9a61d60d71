/** Addresses that mails lead to. They start with the configured public address, never with a host that a request named. */
export const links = {
  /** Signs in by itself; errors lead to the sign-in screen. */
  magic: (baseUrl: string, token: string, next: string) =>
    `${baseUrl}/api/auth/magic-link/verify?${new URLSearchParams({ token, next })}`,
  verify: (baseUrl: string, token: string) => `${baseUrl}/verify?${new URLSearchParams({ token })}`,
  reset: (baseUrl: string, token: string) => `${baseUrl}/reset?${new URLSearchParams({ token })}`,
  invitation: (baseUrl: string, token: string) => `${baseUrl}/console/join/${token}`,
  signIn: (baseUrl: string) => `${baseUrl}/sign-in`,
  forgotten: (baseUrl: string) => `${baseUrl}/forgotten`,
  security: (baseUrl: string) => `${baseUrl}/me/security`,
}
