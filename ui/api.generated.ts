/** Generated from docs/generated/openapi.json; run npm run generate. */

export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell who is signed in, and to what
         * @description Access: anyone. Limit: 600 in 60 s.
         */
        get: operations["tellWhoIsSignedInAndToWhat"];
        put?: never;
        /**
         * Sign in with e-mail and password
         * @description Access: anyone. Limit: 30 in 60 s.
         */
        post: operations["signInWithEMailAndPassword"];
        /**
         * Sign out
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish signing in with a code
         * @description Access: anyone. Limit: 30 in 60 s.
         */
        post: operations["finishSigningInWithACode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/magic-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link that signs in; the answer is the same for every address
         * @description Access: anyone. Limit: 30 in 60 s.
         */
        post: operations["askForALinkThatSignsInTheAnswerIsTheSameForEveryAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin signing in with a passkey
         * @description Access: anyone. Limit: 30 in 60 s.
         */
        post: operations["beginSigningInWithAPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey
         * @description Access: anyone. Limit: 30 in 60 s.
         */
        post: operations["signInWithAPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/social": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin signing in with WeChat or the single sign-on
         * @description Access: anyone. Limit: 30 in 60 s.
         */
        post: operations["beginSigningInWithWechatOrTheSingleSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account; a mail to the address finishes it
         * @description Access: anyone. Limit: 20 in 300 s.
         */
        post: operations["askForAnAccountAMailToTheAddressFinishesIt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/email-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Prove an address with the token from a mail
         * @description Access: bearer of a token from a mail. Limit: 30 in 60 s.
         */
        put: operations["proveAnAddressWithTheTokenFromAMail"];
        /**
         * Send the mail that proves the own address again
         * @description Access: signed in. Limit: 20 in 300 s.
         */
        post: operations["sendTheMailThatProvesTheOwnAddressAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a new password with the token from a mail; all sessions end
         * @description Access: bearer of a token from a mail. Limit: 30 in 60 s.
         */
        put: operations["setANewPasswordWithTheTokenFromAMailAllSessionsEnd"];
        /**
         * Ask for a mail that sets a new password; the answer is the same for every address
         * @description Access: anyone. Limit: 20 in 300 s.
         */
        post: operations["askForAMailThatSetsANewPasswordTheAnswerIsTheSameForEveryAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own account
         * @description Access: signed in. Limit: 600 in 60 s.
         */
        get: operations["readTheOwnAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the own account
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        patch: operations["changeTheOwnAccount"];
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the own password; other sessions end
         * @description Access: signed in. Limit: 30 in 300 s.
         */
        put: operations["changeTheOwnPasswordOtherSessionsEnd"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Ask for another address; it counts when it is proven
         * @description Access: signed in. Limit: 30 in 300 s.
         */
        put: operations["askForAnotherAddressItCountsWhenItIsProven"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where the own account is signed in
         * @description Access: signed in. Limit: 600 in 60 s.
         */
        get: operations["listWhereTheOwnAccountIsSignedIn"];
        put?: never;
        post?: never;
        /**
         * Sign out all other devices
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        delete: operations["signOutAllOtherDevices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one device
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        delete: operations["signOutOneDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether a second factor is asked for
         * @description Access: signed in. Limit: 600 in 60 s.
         */
        get: operations["tellWhetherASecondFactorIsAskedFor"];
        /**
         * Confirm the authenticator app with a code; answers the backup codes, once
         * @description Access: signed in. Limit: 30 in 300 s.
         */
        put: operations["confirmTheAuthenticatorAppWithACodeAnswersTheBackupCodesOnce"];
        /**
         * Begin setting up an authenticator app
         * @description Access: signed in. Limit: 30 in 300 s.
         */
        post: operations["beginSettingUpAnAuthenticatorApp"];
        /**
         * Stop asking for a second factor
         * @description Access: signed in. Limit: 30 in 300 s.
         */
        delete: operations["stopAskingForASecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the own passkeys
         * @description Access: signed in. Limit: 600 in 60 s.
         */
        get: operations["listTheOwnPasskeys"];
        put?: never;
        /**
         * Add a passkey
         * @description Access: signed in. Limit: 30 in 300 s.
         */
        post: operations["addAPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin adding a passkey
         * @description Access: signed in. Limit: 30 in 300 s.
         */
        post: operations["beginAddingAPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        delete: operations["removeAPasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the texts that people agree to
         * @description Access: anyone. Limit: 600 in 60 s.
         */
        get: operations["readTheTextsThatPeopleAgreeTo"];
        put?: never;
        /**
         * Publish a new version of a text; people are asked again
         * @description Access: permission policies.manage. Limit: 120 in 60 s.
         */
        post: operations["publishANewVersionOfATextPeopleAreAskedAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what one agreed to
         * @description Access: signed in. Limit: 600 in 60 s.
         */
        get: operations["listWhatOneAgreedTo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Agree to a purpose, or withdraw
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        put: operations["agreeToAPurposeOrWithdraw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the own requests about personal data
         * @description Access: signed in. Limit: 600 in 60 s.
         */
        get: operations["listTheOwnRequestsAboutPersonalData"];
        put?: never;
        /**
         * Ask for a copy of the own data, or for the account to be deleted
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        post: operations["askForACopyOfTheOwnDataOrForTheAccountToBeDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests about personal data
         * @description Access: permission data_requests.manage. Limit: 600 in 60 s.
         */
        get: operations["listRequestsAboutPersonalData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Answer a request about personal data
         * @description Access: permission data_requests.manage. Limit: 120 in 60 s.
         */
        put: operations["answerARequestAboutPersonalData"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the first-run setup is still to be done
         * @description Access: anyone. Limit: 600 in 60 s.
         */
        get: operations["tellWhetherTheFirstRunSetupIsStillToBeDone"];
        put?: never;
        /**
         * Found the community and become its owner; works once
         * @description Access: anyone. Limit: 20 in 300 s.
         */
        post: operations["foundTheCommunityAndBecomeItsOwnerWorksOnce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/community": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the brand and the settings of the community
         * @description Access: permission operators.read. Limit: 600 in 60 s.
         */
        get: operations["readTheBrandAndTheSettingsOfTheCommunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the brand and the settings of the community
         * @description Access: permission community.manage. Limit: 120 in 60 s.
         */
        patch: operations["changeTheBrandAndTheSettingsOfTheCommunity"];
        trace?: never;
    };
    "/api/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the security policy
         * @description Access: permission security.manage. Limit: 600 in 60 s.
         */
        get: operations["readTheSecurityPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the security policy
         * @description Access: permission security.manage. Limit: 120 in 60 s.
         */
        patch: operations["changeTheSecurityPolicy"];
        trace?: never;
    };
    "/api/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the team and open invitations
         * @description Access: permission operators.read. Limit: 600 in 60 s.
         */
        get: operations["listTheTeamAndOpenInvitations"];
        put?: never;
        /**
         * Invite somebody to the team by mail
         * @description Access: permission operators.manage. Limit: 30 in 3600 s.
         */
        post: operations["inviteSomebodyToTheTeamByMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an operator from the team
         * @description Access: permission operators.manage. Limit: 120 in 60 s.
         */
        delete: operations["removeAnOperatorFromTheTeam"];
        options?: never;
        head?: never;
        /**
         * Give an operator another role
         * @description Access: permission operators.manage. Limit: 120 in 60 s.
         */
        patch: operations["giveAnOperatorAnotherRole"];
        trace?: never;
    };
    "/api/operators/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Access: permission operators.manage. Limit: 120 in 60 s.
         */
        delete: operations["takeAnInvitationBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invitation to the team
         * @description Access: bearer of an invitation token. Limit: 30 in 60 s.
         */
        get: operations["readAnInvitationToTheTeam"];
        put?: never;
        /**
         * Accept an invitation to the team
         * @description Access: bearer of an invitation token. Limit: 20 in 300 s.
         */
        post: operations["acceptAnInvitationToTheTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Suspend an account; its sessions and keys end at once
         * @description Access: permission accounts.suspend. Limit: 120 in 60 s.
         */
        put: operations["suspendAnAccountItsSessionsAndKeysEndAtOnce"];
        post?: never;
        /**
         * Lift a suspension
         * @description Access: permission accounts.suspend. Limit: 120 in 60 s.
         */
        delete: operations["liftASuspension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the roles
         * @description Access: permission operators.read. Limit: 600 in 60 s.
         */
        get: operations["listTheRoles"];
        put?: never;
        /**
         * Make a role
         * @description Access: permission roles.manage. Limit: 120 in 60 s.
         */
        post: operations["makeARole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a custom role that nobody has
         * @description Access: permission roles.manage. Limit: 120 in 60 s.
         */
        delete: operations["removeACustomRoleThatNobodyHas"];
        options?: never;
        head?: never;
        /**
         * Change a custom role; it holds for its people within a second
         * @description Access: permission roles.manage. Limit: 120 in 60 s.
         */
        patch: operations["changeACustomRoleItHoldsForItsPeopleWithinASecond"];
        trace?: never;
    };
    "/api/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the permission matrix: what can be allowed, and which built-in roles hold it
         * @description Access: permission operators.read. Limit: 600 in 60 s.
         */
        get: operations["readThePermissionMatrixWhatCanBeAllowedAndWhichBuiltInRolesHoldIt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys
         * @description Access: permission api_keys.manage. Limit: 600 in 60 s.
         */
        get: operations["listTheApiKeys"];
        put?: never;
        /**
         * Make an API key; it is shown this once
         * @description Access: permission api_keys.manage. Limit: 30 in 300 s.
         */
        post: operations["makeAnApiKeyItIsShownThisOnce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Access: permission api_keys.manage. Limit: 120 in 60 s.
         */
        delete: operations["revokeAnApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what operators did, newest first
         * @description Access: permission audit.read. Limit: 600 in 60 s.
         */
        get: operations["readWhatOperatorsDidNewestFirst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the audit log is as it was written
         * @description Access: permission audit.read. Limit: 10 in 60 s.
         */
        get: operations["checkThatTheAuditLogIsAsItWasWritten"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Add tags to members, or take them away
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        post: operations["addTagsToMembersOrTakeThemAway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export members as CSV
         * @description Access: permission members.export. Limit: 10 in 60 s.
         */
        post: operations["exportMembersAsCsv"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a member
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["seeAMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what a member did
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["seeWhatAMemberDid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See your own profile
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeYourOwnProfile"];
        /**
         * Join the community with your account
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        put: operations["joinTheCommunityWithYourAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your own profile
         * @description Access: member. Limit: 120 in 60 s.
         */
        patch: operations["changeYourOwnProfile"];
        trace?: never;
    };
    "/api/member/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what you did here
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeWhatYouDidHere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your saved views
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["listYourSavedViews"];
        put?: never;
        /**
         * Save a view
         * @description Access: operator. Limit: 120 in 60 s.
         */
        post: operations["saveAView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a saved view
         * @description Access: operator. Limit: 120 in 60 s.
         */
        delete: operations["removeASavedView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what is simulated
         * @description Access: permission demo.manage. Limit: 600 in 60 s.
         */
        get: operations["seeWhatIsSimulated"];
        put?: never;
        post?: never;
        /**
         * Remove all simulated members
         * @description Access: permission demo.manage. Limit: 5 in 60 s.
         */
        delete: operations["removeAllSimulatedMembers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the state of the whole installation
         * @description Access: permission system.read. Limit: 600 in 60 s.
         */
        get: operations["readTheStateOfTheWholeInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the followers of the log, with lag and errors
         * @description Access: permission system.read. Limit: 600 in 60 s.
         */
        get: operations["listTheFollowersOfTheLogWithLagAndErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/consumers/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pause a follower of the log
         * @description Access: permission system.operate. Limit: 120 in 60 s.
         */
        put: operations["pauseAFollowerOfTheLog"];
        post?: never;
        /**
         * Resume a follower of the log
         * @description Access: permission system.operate. Limit: 120 in 60 s.
         */
        delete: operations["resumeAFollowerOfTheLog"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what followers of the log could not do
         * @description Access: permission system.read. Limit: 600 in 60 s.
         */
        get: operations["listWhatFollowersOfTheLogCouldNotDo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/dead-letters/{id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a dead letter back to its follower
         * @description Access: permission system.operate. Limit: 120 in 60 s.
         */
        post: operations["sendADeadLetterBackToItsFollower"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a dead letter up
         * @description Access: permission system.operate. Limit: 120 in 60 s.
         */
        delete: operations["giveADeadLetterUp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List background jobs, newest first
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["listBackgroundJobsNewestFirst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a background job
         * @description Access: signed in. Limit: 600 in 60 s.
         */
        get: operations["readABackgroundJob"];
        put?: never;
        post?: never;
        /**
         * Cancel a background job
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        delete: operations["cancelABackgroundJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed or cancelled job back
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        post: operations["sendAFailedOrCancelledJobBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recurring work
         * @description Access: permission system.read. Limit: 600 in 60 s.
         */
        get: operations["listRecurringWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what changes: server-sent events `stale` (query keys to fetch again) and `job`
         * @description Access: signed in. Limit: 60 in 60 s.
         */
        get: operations["followWhatChangesServerSentEventsStaleQueryKeysToFetchAgainAndJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file, as form data (`file`) or as the plain body
         * @description Access: signed in. Limit: 60 in 60 s.
         */
        post: operations["uploadAFileAsFormDataFileOrAsThePlainBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file
         * @description Access: anyone. Limit: 600 in 60 s.
         */
        get: operations["downloadAFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{token}/{variant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a size of an image
         * @description Access: anyone. Limit: 600 in 60 s.
         */
        get: operations["downloadASizeOfAnImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mail that was kept instead of sent
         * @description Access: permission mailbox.read. Limit: 600 in 60 s.
         */
        get: operations["listMailThatWasKeptInsteadOfSent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a kept mail
         * @description Access: permission mailbox.read. Limit: 600 in 60 s.
         */
        get: operations["readAKeptMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events
         * @description Access: bearer of a session, a track key (X-Track-Key or key), or an API key with tracking.write. Limit: 3000 in 60 s.
         */
        post: operations["sendEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/track-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tracking keys
         * @description Access: permission tracking.keys. Limit: 600 in 60 s.
         */
        get: operations["listTrackingKeys"];
        put?: never;
        /**
         * Issue a tracking key
         * @description Access: permission tracking.keys. Limit: 120 in 60 s.
         */
        post: operations["issueATrackingKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/track-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a tracking key
         * @description Access: permission tracking.keys. Limit: 120 in 60 s.
         */
        delete: operations["withdrawATrackingKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read active members over time
         * @description Access: permission insight.read. Limit: 120 in 60 s.
         */
        get: operations["readActiveMembersOverTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read weekly retention by cohort
         * @description Access: permission insight.read. Limit: 120 in 60 s.
         */
        get: operations["readWeeklyRetentionByCohort"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Problem: {
            type: string;
            status: number;
            /** @description Stable; programs decide by it */
            code: string;
            /** @description For people, in their language */
            title: string;
            fields?: {
                /** @description Where: body.name, query.limit */
                path: string;
                /** @description What is wrong and how to mend it */
                message: string;
            }[];
            /** @description Name of the request in the log */
            requestId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    tellWhoIsSignedInAndToWhat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            name: string;
                            email: string | null;
                            emailVerified: boolean;
                            avatarUrl: string | null;
                            /** @enum {string} */
                            locale: "zh-CN" | "en";
                            timeZone: string | null;
                            suspended: boolean;
                            twoFactor: boolean;
                        } | null;
                        member: {
                            id: string;
                        } | null;
                        operator: {
                            role: string;
                            roleName: string;
                            permissions: string[];
                            twoFactorNeeded: boolean;
                        } | null;
                        community: {
                            name: string;
                            slogan: string;
                            logoUrl: string | null;
                            timeZone: string;
                            /** @enum {string} */
                            locale: "zh-CN" | "en";
                            icp: string;
                            policeFiling: string;
                        };
                        setupRequired: boolean;
                        methods: {
                            password: boolean;
                            magicLink: boolean;
                            passkey: boolean;
                            oidc: {
                                name: string;
                            } | null;
                            wechat: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithEMailAndPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description E-mail address
                     * @example xiaoman@example.com
                     */
                    email: string;
                    password: string;
                    /** @default true */
                    remember?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signedIn" | "twoFactorRequired";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSigningInWithACode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @default false */
                    trustDevice?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signedIn" | "twoFactorRequired";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForALinkThatSignsInTheAnswerIsTheSameForEveryAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description E-mail address
                     * @example xiaoman@example.com
                     */
                    email: string;
                    next?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "sent";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSigningInWithAPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithAPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signedIn" | "twoFactorRequired";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSigningInWithWechatOrTheSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    provider: "wechat" | "oidc";
                    next?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForAnAccountAMailToTheAddressFinishesIt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @description E-mail address
                     * @example xiaoman@example.com
                     */
                    email: string;
                    /** @description Password; what is too common is refused */
                    password?: string;
                    consents: ("terms" | "privacy" | "analytics" | "personalisation" | "marketing" | "publish")[];
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "checkMail";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveAnAddressWithTheTokenFromAMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signedIn" | "confirmed";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendTheMailThatProvesTheOwnAddressAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "sent";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setANewPasswordWithTheTokenFromAMailAllSessionsEnd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description Password; what is too common is refused */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForAMailThatSetsANewPasswordTheAnswerIsTheSameForEveryAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description E-mail address
                     * @example xiaoman@example.com
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "sent";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTheOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string | null;
                        emailVerified: boolean;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        locale: "zh-CN" | "en";
                        timeZone: string | null;
                        hasPassword: boolean;
                        twoFactor: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTheOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    locale?: "zh-CN" | "en";
                    timeZone?: string | null;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    avatarFileId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string | null;
                        emailVerified: boolean;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        locale: "zh-CN" | "en";
                        timeZone: string | null;
                        hasPassword: boolean;
                        twoFactor: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTheOwnPasswordOtherSessionsEnd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current?: string;
                    /** @description Password; what is too common is refused */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForAnotherAddressItCountsWhenItIsProven: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description E-mail address
                     * @example xiaoman@example.com
                     */
                    email: string;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "checkMail";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWhereTheOwnAccountIsSignedIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            current: boolean;
                            ip: string | null;
                            userAgent: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutAllOtherDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutOneDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tellWhetherASecondFactorIsAskedFor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        backupCodesLeft: number;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTheAuthenticatorAppWithACodeAnswersTheBackupCodesOnce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backupCodes: string[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSettingUpAnAuthenticatorApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        uri: string;
                        secret: string;
                        qr: string;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopAskingForASecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTheOwnPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            backedUp: boolean;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    credential: {
                        id: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** Format: date-time */
                        createdAt: string;
                        backedUp: boolean;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginAddingAPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTheTextsThatPeopleAgreeTo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            code: "terms" | "privacy";
                            version: number;
                            textHash: string;
                            /** Format: date-time */
                            publishedAt: string;
                            body: {
                                zh: string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishANewVersionOfATextPeopleAreAskedAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    code: "terms" | "privacy";
                    zh: string;
                    en: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        code: "terms" | "privacy";
                        version: number;
                        textHash: string;
                        /** Format: date-time */
                        publishedAt: string;
                        body: {
                            zh: string;
                            en: string;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWhatOneAgreedTo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            purpose: "terms" | "privacy" | "analytics" | "personalisation" | "marketing" | "publish";
                            label: string;
                            note: string;
                            required: boolean;
                            /** @enum {string} */
                            policy: "terms" | "privacy";
                            granted: boolean;
                            /** Format: date-time */
                            at: string | null;
                            version: number | null;
                            outdated: boolean;
                            mayAsk: boolean;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreeToAPurposeOrWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purpose: "terms" | "privacy" | "analytics" | "personalisation" | "marketing" | "publish";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    granted: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            purpose: "terms" | "privacy" | "analytics" | "personalisation" | "marketing" | "publish";
                            label: string;
                            note: string;
                            required: boolean;
                            /** @enum {string} */
                            policy: "terms" | "privacy";
                            granted: boolean;
                            /** Format: date-time */
                            at: string | null;
                            version: number | null;
                            outdated: boolean;
                            mayAsk: boolean;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTheOwnRequestsAboutPersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "export" | "delete";
                            /** @enum {string} */
                            state: "open" | "done" | "refused";
                            /** Format: date-time */
                            requestedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            closedAt: string | null;
                            answer: string | null;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForACopyOfTheOwnDataOrForTheAccountToBeDeleted: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "export" | "delete";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "export" | "delete";
                        /** @enum {string} */
                        state: "open" | "done" | "refused";
                        /** Format: date-time */
                        requestedAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        /** Format: date-time */
                        closedAt: string | null;
                        answer: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRequestsAboutPersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "export" | "delete";
                            /** @enum {string} */
                            state: "open" | "done" | "refused";
                            /** Format: date-time */
                            requestedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            closedAt: string | null;
                            answer: string | null;
                            accountId: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerARequestAboutPersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "done" | "refused";
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tellWhetherTheFirstRunSetupIsStillToBeDone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        required: boolean;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    foundTheCommunityAndBecomeItsOwnerWorksOnce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    owner: {
                        name: string;
                        /**
                         * @description E-mail address
                         * @example xiaoman@example.com
                         */
                        email: string;
                        /** @description Password; what is too common is refused */
                        password: string;
                    };
                    brand: {
                        name: string;
                        slogan?: string;
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        logoFileId?: string | null;
                    };
                    timeZone: string;
                    /** @enum {string} */
                    locale: "zh-CN" | "en";
                    /** @enum {string} */
                    start: "empty" | "demo";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signedIn";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTheBrandAndTheSettingsOfTheCommunity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        slogan: string;
                        logoUrl: string | null;
                        timeZone: string;
                        /** @enum {string} */
                        locale: "zh-CN" | "en";
                        icp: string;
                        policeFiling: string;
                        logoFileId: string | null;
                        foundedAt: string;
                        can: {
                            change: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTheBrandAndTheSettingsOfTheCommunity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    slogan?: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    logoFileId?: string | null;
                    timeZone?: string;
                    /** @enum {string} */
                    locale?: "zh-CN" | "en";
                    icp?: string;
                    policeFiling?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        slogan: string;
                        logoUrl: string | null;
                        timeZone: string;
                        /** @enum {string} */
                        locale: "zh-CN" | "en";
                        icp: string;
                        policeFiling: string;
                        logoFileId: string | null;
                        foundedAt: string;
                        can: {
                            change: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTheSecurityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operatorsNeedTwoFactor: boolean;
                        sessionDays: number;
                        operatorSessionHours: number;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTheSecurityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    operatorsNeedTwoFactor?: boolean;
                    sessionDays?: number;
                    operatorSessionHours?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operatorsNeedTwoFactor: boolean;
                        sessionDays: number;
                        operatorSessionHours: number;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTheTeamAndOpenInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            email: string | null;
                            avatarUrl: string | null;
                            role: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                key: string | null;
                                name: string;
                            };
                            /** Format: date-time */
                            joinedAt: string;
                            /** Format: date-time */
                            lastSignInAt: string | null;
                            twoFactor: boolean;
                            suspended: boolean;
                            can: {
                                changeRole: boolean;
                                remove: boolean;
                                suspend: boolean;
                            };
                        }[];
                        invitations: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            email: string;
                            role: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                key: string | null;
                                name: string;
                            };
                            invitedBy: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            invitedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            expired: boolean;
                            can: {
                                withdraw: boolean;
                            };
                        }[];
                        can: {
                            invite: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteSomebodyToTheTeamByMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description E-mail address
                     * @example xiaoman@example.com
                     */
                    email: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    roleId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        invitationId: string;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAnOperatorFromTheTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveAnOperatorAnotherRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    roleId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        role: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            key: string | null;
                            name: string;
                        };
                        /** Format: date-time */
                        joinedAt: string;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        twoFactor: boolean;
                        suspended: boolean;
                        can: {
                            changeRole: boolean;
                            remove: boolean;
                            suspend: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeAnInvitationBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAnInvitationToTheTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        roleName: string;
                        community: string;
                        hasAccount: boolean;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptAnInvitationToTheTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Password; what is too common is refused */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "signedIn";
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendAnAccountItsSessionsAndKeysEndAtOnce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftASuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTheRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            key: string | null;
                            name: string;
                            permissions: string[];
                            operators: number;
                            can: {
                                edit: boolean;
                                remove: boolean;
                                assign: boolean;
                            };
                        }[];
                        can: {
                            create: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeARole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    permissions: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        key: string | null;
                        name: string;
                        permissions: string[];
                        operators: number;
                        can: {
                            edit: boolean;
                            remove: boolean;
                            assign: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeACustomRoleThatNobodyHas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeACustomRoleItHoldsForItsPeopleWithinASecond: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        key: string | null;
                        name: string;
                        permissions: string[];
                        operators: number;
                        can: {
                            edit: boolean;
                            remove: boolean;
                            assign: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readThePermissionMatrixWhatCanBeAllowedAndWhichBuiltInRolesHoldIt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            label: string;
                            module: string;
                            roles: string[];
                            scope: boolean;
                            held: boolean;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTheApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            prefix: string;
                            scopes: string[];
                            createdBy: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            expired: boolean;
                            can: {
                                revoke: boolean;
                            };
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeAnApiKeyItIsShownThisOnce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: string[];
                    /** Format: date-time */
                    expiresAt: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        key: string;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeAnApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWhatOperatorsDidNewestFirst: {
        parameters: {
            query?: {
                /** @description Id of a row */
                cursor?: string;
                limit?: number;
                actor?: string;
                action?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            actor: string;
                            actorName: string;
                            action: string;
                            object: {
                                kind: string;
                                id: string | null;
                            } | null;
                            detail: {
                                [key: string]: unknown;
                            };
                            ip: string | null;
                            requestId: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkThatTheAuditLogIsAsItWasWritten: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        intact: boolean;
                        entries: number;
                        brokenAt: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            members: number;
                        }[];
                        next: null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTagsToMembersOrTakeThemAway: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        /** @description Part of a nickname, or something like it */
                        q?: string;
                        tag?: string;
                        channel?: string;
                        /** Format: date-time */
                        joinedFrom?: string;
                        /**
                         * Format: date-time
                         * @description Not included
                         */
                        joinedTo?: string;
                        activeWithinDays?: number;
                    };
                    /** @default [] */
                    add?: string[];
                    /** @default [] */
                    remove?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Pairs of member and tag that are new */
                        added: number;
                        removed: number;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMembersAsCsv: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    filter?: {
                        /** @description Part of a nickname, or something like it */
                        q?: string;
                        tag?: string;
                        channel?: string;
                        /** Format: date-time */
                        joinedFrom?: string;
                        /**
                         * Format: date-time
                         * @description Not included
                         */
                        joinedTo?: string;
                        activeWithinDays?: number;
                    };
                    /**
                     * @default [
                     *       "id",
                     *       "nickname",
                     *       "city",
                     *       "channel",
                     *       "tags",
                     *       "joinedAt",
                     *       "lastSeenAt",
                     *       "bio"
                     *     ]
                     */
                    columns?: ("id" | "nickname" | "city" | "channel" | "tags" | "joinedAt" | "lastSeenAt" | "bio")[];
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobId: string;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Part of a nickname, or something like it */
                q?: string;
                tag?: string;
                channel?: string;
                joinedFrom?: string;
                /** @description Not included */
                joinedTo?: string;
                activeWithinDays?: number;
                sort?: "-joinedAt" | "joinedAt" | "-lastSeenAt" | "nickname";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            token: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            bio: string;
                            channel: string;
                            tags: string[];
                            /** Format: date-time */
                            joinedAt: string;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            can: {
                                tag: boolean;
                                export: boolean;
                            };
                        }[];
                        next: string | null;
                        total: number | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeAMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        token: string;
                        nickname: string;
                        avatarUrl: string | null;
                        city: string;
                        bio: string;
                        channel: string;
                        tags: string[];
                        /** Format: date-time */
                        joinedAt: string;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        can: {
                            tag: boolean;
                            export: boolean;
                        };
                        source: {
                            channel?: string;
                            utm?: {
                                [key: string]: string;
                            };
                            referrer?: string;
                            landing?: string;
                            at?: string;
                        };
                        accountId: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeWhatAMemberDid: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Only events of this name */
                name?: string;
            };
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            value: string | null;
                            object: {
                                kind: string;
                                id: string;
                            } | null;
                            props: {
                                [key: string]: unknown;
                            };
                            label: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeYourOwnProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        token: string;
                        nickname: string;
                        avatarUrl: string | null;
                        city: string;
                        bio: string;
                        /** Format: date-time */
                        joinedAt: string;
                        can: {
                            edit: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinTheCommunityWithYourAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        token: string;
                        nickname: string;
                        avatarUrl: string | null;
                        city: string;
                        bio: string;
                        /** Format: date-time */
                        joinedAt: string;
                        can: {
                            edit: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeYourOwnProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nickname?: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    avatarFileId?: string | null;
                    city?: string;
                    bio?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        token: string;
                        nickname: string;
                        avatarUrl: string | null;
                        city: string;
                        bio: string;
                        /** Format: date-time */
                        joinedAt: string;
                        can: {
                            edit: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeWhatYouDidHere: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            occurredAt: string;
                            value: string | null;
                            object: {
                                kind: string;
                                id: string;
                            } | null;
                            props: {
                                [key: string]: unknown;
                            };
                            label: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listYourSavedViews: {
        parameters: {
            query: {
                list: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            list: string;
                            name: string;
                            query: {
                                [key: string]: string;
                            };
                            can: {
                                remove: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveAView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    list: string;
                    name: string;
                    query: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        list: string;
                        name: string;
                        query: {
                            [key: string]: string;
                        };
                        can: {
                            remove: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeASavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeWhatIsSimulated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: number;
                        runs: {
                            id: string;
                            members: number;
                            days: number;
                            /** Format: date-time */
                            loadedAt: string;
                        }[];
                        can: {
                            remove: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAllSimulatedMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: number;
                        events: number;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTheStateOfTheWholeInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What somebody should look at; empty when all is well */
                        warnings: {
                            /** @enum {string} */
                            code: "notDurable" | "commitsUnflushed" | "noChecksums" | "connectionsScarce" | "transactionHangs" | "logMonthsMissing" | "warehouseAway" | "consumerBehind" | "consumerPaused" | "deadLetters" | "queueStuck" | "jobsFailed" | "diskLow" | "noWorker";
                            message: string;
                            grave: boolean;
                        }[];
                        postgres: {
                            version: string;
                            embedded: boolean;
                            /** @description Bytes */
                            bytes: number;
                            fsync: boolean;
                            fullPageWrites: boolean;
                            synchronousCommit: string;
                            checksums: boolean;
                            connections: number;
                            maxConnections: number;
                            oldestTransactionSeconds: number;
                            /** @description Whether the log has its partition for next month */
                            logReady: boolean;
                        };
                        warehouse: {
                            /** @enum {string} */
                            state: "ready" | "degraded" | "missing";
                            embedded: boolean;
                            /** Format: date-time */
                            freshTo: string | null;
                            lagSeconds: number | null;
                            reason: string | null;
                        };
                        queues: {
                            name: string;
                            waiting: number;
                            active: number;
                            failed: number;
                            oldestSeconds: number;
                        }[];
                        consumers: {
                            name: string;
                            lagRows: number;
                            lagSeconds: number;
                            deadLetters: number;
                            paused: boolean;
                        }[];
                        storage: {
                            tables: {
                                name: string;
                                /** @description Bytes */
                                bytes: number;
                                rows: number;
                            }[];
                            folders: {
                                name: string;
                                /** @description Bytes */
                                bytes: number;
                            }[];
                            disk: {
                                /** @description Bytes */
                                freeBytes: number;
                                /** @description Bytes */
                                totalBytes: number;
                            } | null;
                        };
                        processes: {
                            host: string;
                            pid: number;
                            roles: string[];
                            version: string;
                            /** @description Bytes */
                            memoryBytes: number;
                            /** Format: date-time */
                            startedAt: string;
                            uptimeSeconds: number;
                            alive: boolean;
                        }[];
                        versions: {
                            juluo: string;
                            node: string;
                            postgres: string;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTheFollowersOfTheLogWithLagAndErrors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            /** @enum {string} */
                            state: "running" | "paused" | "retrying";
                            lag: {
                                /** @description Rows of the log not passed yet, counted up to 100,000 */
                                rows: number;
                                /** @description Age of the oldest of them */
                                seconds: number;
                            };
                            deadLetters: number;
                            /** @description Failed tries of the row it cannot get past now */
                            failures: number;
                            lastError: string | null;
                            /** Format: date-time */
                            lastErrorAt: string | null;
                            /** Format: date-time */
                            retryAt: string | null;
                            /** Format: date-time */
                            advancedAt: string;
                            pause: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            } | null;
                            can: {
                                pause: boolean;
                                resume: boolean;
                            };
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseAFollowerOfTheLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeAFollowerOfTheLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWhatFollowersOfTheLogCouldNotDo: {
        parameters: {
            query?: {
                /** @description Id of a row */
                cursor?: string;
                limit?: number;
                consumer?: string;
                state?: "open" | "settled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            consumer: string;
                            /** @description Empty for a consumer that takes batches */
                            effect: string;
                            event: {
                                seq: string;
                                name: string;
                            };
                            reason: string;
                            attempts: number;
                            /** Format: date-time */
                            failedAt: string;
                            /** @enum {string} */
                            state: "open" | "redriving" | "redriven" | "discarded";
                            resolvedBy: string | null;
                            /** Format: date-time */
                            resolvedAt: string | null;
                            can: {
                                redrive: boolean;
                                discard: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendADeadLetterBackToItsFollower: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveADeadLetterUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBackgroundJobsNewestFirst: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            label: string;
                            /** @enum {string} */
                            state: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
                            attempts: number;
                            retryLimit: number;
                            requestedBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            startAfter: string;
                            /** Format: date-time */
                            startedAt: string | null;
                            /** Format: date-time */
                            completedAt: string | null;
                            progress: {
                                done: number;
                                total: number | null;
                                note: string | null;
                            } | null;
                            /** @description What it returned */
                            result?: unknown;
                            /** @description Why it ended, or why its latest try failed */
                            error: string | null;
                            can: {
                                cancel: boolean;
                                retry: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readABackgroundJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        label: string;
                        /** @enum {string} */
                        state: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
                        attempts: number;
                        retryLimit: number;
                        requestedBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        startAfter: string;
                        /** Format: date-time */
                        startedAt: string | null;
                        /** Format: date-time */
                        completedAt: string | null;
                        progress: {
                            done: number;
                            total: number | null;
                            note: string | null;
                        } | null;
                        /** @description What it returned */
                        result?: unknown;
                        /** @description Why it ended, or why its latest try failed */
                        error: string | null;
                        can: {
                            cancel: boolean;
                            retry: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelABackgroundJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendAFailedOrCancelledJobBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecurringWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            job: string;
                            label: string;
                            cron: string;
                            zone: string;
                            why: string;
                            /** Format: date-time */
                            nextAt: string | null;
                            last: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followWhatChangesServerSentEventsStaleQueryKeysToFetchAgainAndJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadAFileAsFormDataFileOrAsThePlainBody: {
        parameters: {
            query: {
                purpose: "avatar" | "logo" | "picture" | "attachment";
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": string;
                "application/octet-stream": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
                "application/pdf": string;
                "text/csv": string;
                "text/plain": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        url: string;
                        type: string;
                        size: number;
                        width?: number;
                        height?: number;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadASizeOfAnImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
                variant: "small" | "medium" | "large";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMailThatWasKeptInsteadOfSent: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            template: string;
                            to: string;
                            /** @enum {string} */
                            state: "queued" | "sent" | "kept" | "held" | "failed";
                            /** Format: date-time */
                            createdAt: string;
                            subject: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAKeptMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        template: string;
                        to: string;
                        /** @enum {string} */
                        state: "queued" | "sent" | "kept" | "held" | "failed";
                        /** Format: date-time */
                        createdAt: string;
                        subject: string | null;
                        text: string | null;
                        htmlUrl: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Events stored by this request */
                        accepted: number;
                        /** @description Events that had been stored before */
                        duplicates: number;
                        /** @description Events that were refused; the others are stored */
                        errors: {
                            index: number;
                            code: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTrackingKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            prefix: string;
                            test: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            can: {
                                withdraw: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueATrackingKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default false */
                    test?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        prefix: string;
                        test: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                        can: {
                            withdraw: boolean;
                        };
                        secret: string;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawATrackingKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readActiveMembersOverTime: {
        parameters: {
            query: {
                /** @description First day, in the community zone */
                from: string;
                /** @description Last day, included */
                to: string;
                unit?: "day" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        unit: "day" | "week" | "month";
                        series: {
                            /** @description Members who did anything */
                            actives: number;
                            /** @description Of these, members who had never done anything before */
                            newcomers: number;
                            /** @description What people did, whoever they are */
                            events: number;
                            /** Format: date */
                            start: string;
                        }[];
                        total: {
                            /** @description Members who did anything */
                            actives: number;
                            /** @description Of these, members who had never done anything before */
                            newcomers: number;
                            /** @description What people did, whoever they are */
                            events: number;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        previous: {
                            /** @description Members who did anything */
                            actives: number;
                            /** @description Of these, members who had never done anything before */
                            newcomers: number;
                            /** @description What people did, whoever they are */
                            events: number;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** Format: date-time */
                        freshTo: string | null;
                        lagSeconds: number | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWeeklyRetentionByCohort: {
        parameters: {
            query?: {
                weeks?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cohorts: {
                            /**
                             * Format: date
                             * @description Monday of the week in which they were first active
                             */
                            week: string;
                            size: number;
                            /** @description Active members in the first week (the size) and in each week after it */
                            retained: number[];
                        }[];
                        /** Format: date-time */
                        freshTo: string | null;
                        lagSeconds: number | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
