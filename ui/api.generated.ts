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
    "/api/members/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Put a tag into a group, or say what it means
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        patch: operations["putATagIntoAGroupOrSayWhatItMeans"];
        trace?: never;
    };
    "/api/members/tag-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups of tags
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["listGroupsOfTags"];
        put?: never;
        /**
         * Add a group of tags
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        post: operations["addAGroupOfTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/tag-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a group of tags
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        put: operations["changeAGroupOfTags"];
        post?: never;
        /**
         * Remove a group of tags; the tags stay
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        delete: operations["removeAGroupOfTagsTheTagsStay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fields of members
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["listTheFieldsOfMembers"];
        put?: never;
        /**
         * Add a field of members
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        post: operations["addAFieldOfMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/fields/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the fields of members in order
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        post: operations["putTheFieldsOfMembersInOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a field of members
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        put: operations["changeAFieldOfMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/fields/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a field of members away
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        put: operations["putAFieldOfMembersAway"];
        post?: never;
        /**
         * Take a field of members out again
         * @description Access: permission members.fields. Limit: 120 in 60 s.
         */
        delete: operations["takeAFieldOfMembersOutAgain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who of the team can look after members
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["listWhoOfTheTeamCanLookAfterMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give members to somebody of the team, or to nobody
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        post: operations["giveMembersToSomebodyOfTheTeamOrToNobody"];
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
        /**
         * Correct what a member’s profile says
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        patch: operations["correctWhatAMemberSProfileSays"];
        trace?: never;
    };
    "/api/members/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Write fields of a member
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        patch: operations["writeFieldsOfAMember"];
        trace?: never;
    };
    "/api/members/{id}/fields/{key}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a sensitive field; it is written down who looked
         * @description Access: permission members.sensitive. Limit: 120 in 60 s.
         */
        post: operations["lookAtASensitiveFieldItIsWrittenDownWhoLooked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a contact point of a member
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        post: operations["addAContactPointOfAMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/contacts/{contactId}": {
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
         * Remove a contact point
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        delete: operations["removeAContactPoint"];
        options?: never;
        head?: never;
        /**
         * Mark a contact point as checked, or not
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        patch: operations["markAContactPointAsCheckedOrNot"];
        trace?: never;
    };
    "/api/members/{id}/contacts/{contactId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a contact point; it is written down who looked
         * @description Access: permission members.contacts. Limit: 120 in 60 s.
         */
        post: operations["lookAtAContactPointItIsWrittenDownWhoLooked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/email/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at the address of a member’s account; it is written down who looked
         * @description Access: permission members.contacts. Limit: 120 in 60 s.
         */
        post: operations["lookAtTheAddressOfAMemberSAccountItIsWrittenDownWhoLooked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notes about a member
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["listNotesAboutAMember"];
        put?: never;
        /**
         * Write a note about a member
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        post: operations["writeANoteAboutAMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/notes/{noteId}": {
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
         * Remove a note of one’s own
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        delete: operations["removeANoteOfOneSOwn"];
        options?: never;
        head?: never;
        /**
         * Change a note, or pin it
         * @description Access: permission members.edit. Limit: 120 in 60 s.
         */
        patch: operations["changeANoteOrPinIt"];
        trace?: never;
    };
    "/api/care": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members in care
         * @description Access: permission care.read. Limit: 600 in 60 s.
         */
        get: operations["listMembersInCare"];
        put?: never;
        /**
         * Take members into care
         * @description Access: permission care.edit. Limit: 120 in 60 s.
         */
        post: operations["takeMembersIntoCare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/care/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count members in care by programme and stage
         * @description Access: permission care.read. Limit: 600 in 60 s.
         */
        get: operations["countMembersInCareByProgrammeAndStage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/care/{id}": {
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
         * Take a member out of care
         * @description Access: permission care.edit. Limit: 120 in 60 s.
         */
        delete: operations["takeAMemberOutOfCare"];
        options?: never;
        head?: never;
        /**
         * Change how a member is cared for
         * @description Access: permission care.edit. Limit: 120 in 60 s.
         */
        patch: operations["changeHowAMemberIsCaredFor"];
        trace?: never;
    };
    "/api/members/{id}/care": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how a member is cared for
         * @description Access: permission care.read. Limit: 600 in 60 s.
         */
        get: operations["seeHowAMemberIsCaredFor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note a visit to a member
         * @description Access: permission care.edit. Limit: 120 in 60 s.
         */
        post: operations["noteAVisitToAMember"];
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
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description Access: permission members.import. Limit: 600 in 60 s.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a list of members: the file as the plain body
         * @description Access: permission members.import. Limit: 20 in 60 s.
         */
        post: operations["uploadAListOfMembersTheFileAsThePlainBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See an import with the first rows of its list
         * @description Access: permission members.import. Limit: 600 in 60 s.
         */
        get: operations["seeAnImportWithTheFirstRowsOfItsList"];
        put?: never;
        post?: never;
        /**
         * Throw an uploaded list away
         * @description Access: permission members.import. Limit: 120 in 60 s.
         */
        delete: operations["throwAnUploadedListAway"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See the first rows as they would come in
         * @description Access: permission members.import. Limit: 120 in 60 s.
         */
        post: operations["seeTheFirstRowsAsTheyWouldComeIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rows that were refused, with why
         * @description Access: permission members.import. Limit: 600 in 60 s.
         */
        get: operations["listRowsThatWereRefusedWithWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what the columns mean and try the import without changing anything
         * @description Access: permission members.import. Limit: 120 in 60 s.
         */
        post: operations["sayWhatTheColumnsMeanAndTryTheImportWithoutChangingAnything"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the list, or go on with it
         * @description Access: permission members.import. Limit: 120 in 60 s.
         */
        post: operations["importTheListOrGoOnWithIt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a check or an import
         * @description Access: permission members.import. Limit: 120 in 60 s.
         */
        post: operations["stopACheckOrAnImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an import back
         * @description Access: permission members.import. Limit: 120 in 60 s.
         */
        post: operations["takeAnImportBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pairs of members who may be one person
         * @description Access: permission members.merge. Limit: 600 in 60 s.
         */
        get: operations["listPairsOfMembersWhoMayBeOnePerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doubles/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for doubles now
         * @description Access: permission members.merge. Limit: 6 in 60 s.
         */
        post: operations["lookForDoublesNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doubles/{id}/apart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that a pair is two people
         * @description Access: permission members.merge. Limit: 120 in 60 s.
         */
        put: operations["sayThatAPairIsTwoPeople"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List merges of members
         * @description Access: permission members.merge. Limit: 600 in 60 s.
         */
        get: operations["listMergesOfMembers"];
        put?: never;
        /**
         * Merge a double into the member that remains
         * @description Access: permission members.merge. Limit: 120 in 60 s.
         */
        post: operations["mergeADoubleIntoTheMemberThatRemains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two members, and see what a merge would move
         * @description Access: permission members.merge. Limit: 600 in 60 s.
         */
        get: operations["compareTwoMembersAndSeeWhatAMergeWouldMove"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a merge back
         * @description Access: permission members.merge. Limit: 120 in 60 s.
         */
        post: operations["takeAMergeBack"];
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
    "/api/members/{id}/timeline/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happens in the timeline of a member
         * @description Access: permission members.read. Limit: 600 in 60 s.
         */
        get: operations["listWhatHappensInTheTimelineOfAMember"];
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
    "/api/member/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See further data about yourself
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeFurtherDataAboutYourself"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change further data about yourself
         * @description Access: member. Limit: 120 in 60 s.
         */
        patch: operations["changeFurtherDataAboutYourself"];
        trace?: never;
    };
    "/api/member/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the tags that you carry
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeTheTagsThatYouCarry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/member/tags/{id}": {
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
         * Delete a tag about yourself; nobody gives it again
         * @description Access: member. Limit: 120 in 60 s.
         */
        delete: operations["deleteATagAboutYourselfNobodyGivesItAgain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/member/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See whether a copy of your data is ready
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeWhetherACopyOfYourDataIsReady"];
        put?: never;
        /**
         * Ask for a copy of everything kept about you
         * @description Access: member. Limit: 5 in 3600 s.
         */
        post: operations["askForACopyOfEverythingKeptAboutYou"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a copy of a member’s data, which only the member can fetch
         * @description Access: permission data_requests.manage. Limit: 120 in 60 s.
         */
        post: operations["makeACopyOfAMemberSDataWhichOnlyTheMemberCanFetch"];
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
    "/api/occasions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See festivals, own days, birthdays and anniversaries of a range of days
         * @description Access: permission care.read. Limit: 600 in 60 s.
         */
        get: operations["seeFestivalsOwnDaysBirthdaysAndAnniversariesOfARangeOfDays"];
        put?: never;
        /**
         * Add a day of the brand’s own
         * @description Access: permission care.edit. Limit: 120 in 60 s.
         */
        post: operations["addADayOfTheBrandSOwn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/occasions/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members whose birthday or anniversary a day is
         * @description Access: permission care.read. Limit: 600 in 60 s.
         */
        get: operations["listMembersWhoseBirthdayOrAnniversaryADayIs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/occasions/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See which festivals and own days the brand keeps
         * @description Access: permission care.read. Limit: 600 in 60 s.
         */
        get: operations["seeWhichFestivalsAndOwnDaysTheBrandKeeps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/occasions/{id}": {
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
         * Remove a day of the brand’s own
         * @description Access: permission care.edit. Limit: 120 in 60 s.
         */
        delete: operations["removeADayOfTheBrandSOwn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/occasions/kept/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep a festival, or pass over it
         * @description Access: permission care.edit. Limit: 120 in 60 s.
         */
        put: operations["keepAFestivalOrPassOverIt"];
        post?: never;
        delete?: never;
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
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what waits for you, the most pressing first
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["seeWhatWaitsForYouTheMostPressingFirst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put items of Today off, dismiss them until they change, take them, or take that back
         * @description Access: operator. Limit: 120 in 60 s.
         */
        post: operations["putItemsOfTodayOffDismissThemUntilTheyChangeTakeThemOrTakeThatBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See your week: tasks that are due, meetings, days off
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["seeYourWeekTasksThatAreDueMeetingsDaysOff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks: all of the team’s, or for guests their own
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["listTasksAllOfTheTeamSOrForGuestsTheirOwn"];
        put?: never;
        /**
         * Make a task, or a series of them
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        post: operations["makeATaskOrASeriesOfThem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what each of the team has on the desk
         * @description Access: permission tasks.read. Limit: 600 in 60 s.
         */
        get: operations["seeWhatEachOfTheTeamHasOnTheDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give one person’s open tasks to another
         * @description Access: permission tasks.manage. Limit: 120 in 60 s.
         */
        post: operations["giveOnePersonSOpenTasksToAnother"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a task with its parts, checklist and history
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["seeATaskWithItsPartsChecklistAndHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        patch: operations["changeATask"];
        trace?: never;
    };
    "/api/tasks/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that a task is done, or dropped
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        put: operations["sayThatATaskIsDoneOrDropped"];
        post?: never;
        /**
         * Open a task again
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        delete: operations["openATaskAgain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/series": {
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
         * Let a task come no more; what is there stays
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        delete: operations["letATaskComeNoMoreWhatIsThereStays"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something about a task
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        post: operations["saySomethingAboutATask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a step to the checklist
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        post: operations["addAStepToTheChecklist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/steps/{stepId}": {
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
         * Remove a step
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        delete: operations["removeAStep"];
        options?: never;
        head?: never;
        /**
         * Tick a step off, or say it better
         * @description Access: permission tasks.work. Limit: 120 in 60 s.
         */
        patch: operations["tickAStepOffOrSayItBetter"];
        trace?: never;
    };
    "/api/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the departments with their people, and everybody who can be given work
         * @description Access: permission operators.read. Limit: 600 in 60 s.
         */
        get: operations["listTheDepartmentsWithTheirPeopleAndEverybodyWhoCanBeGivenWork"];
        put?: never;
        /**
         * Make a department
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        post: operations["makeADepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{id}": {
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
         * Close a department that has no open tasks
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        delete: operations["closeADepartmentThatHasNoOpenTasks"];
        options?: never;
        head?: never;
        /**
         * Change a department’s name, purpose or lead
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        patch: operations["changeADepartmentSNamePurposeOrLead"];
        trace?: never;
    };
    "/api/departments/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say who belongs to a department
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        put: operations["sayWhoBelongsToADepartment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List experts and partners with what is agreed
         * @description Access: permission operators.read. Limit: 600 in 60 s.
         */
        get: operations["listExpertsAndPartnersWithWhatIsAgreed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write down what is agreed with an expert or a partner
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        put: operations["writeDownWhatIsAgreedWithAnExpertOrAPartner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/working-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the working hours, and the days of a year that are different
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["readTheWorkingHoursAndTheDaysOfAYearThatAreDifferent"];
        /**
         * Set the weekly hours, and whether public holidays are followed
         * @description Access: permission calendar.manage. Limit: 120 in 60 s.
         */
        put: operations["setTheWeeklyHoursAndWhetherPublicHolidaysAreFollowed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/working-calendar/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how one day is, whatever the weekday
         * @description Access: permission calendar.manage. Limit: 120 in 60 s.
         */
        put: operations["sayHowOneDayIsWhateverTheWeekday"];
        post?: never;
        /**
         * Let a day be as usual again
         * @description Access: permission calendar.manage. Limit: 120 in 60 s.
         */
        delete: operations["letADayBeAsUsualAgain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/working-calendar/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See when so many minutes of working time have passed
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["seeWhenSoManyMinutesOfWorkingTimeHavePassed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List meetings, the latest first
         * @description Access: permission tasks.read. Limit: 600 in 60 s.
         */
        get: operations["listMeetingsTheLatestFirst"];
        put?: never;
        /**
         * Call a meeting; its agenda is collected from what is open
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        post: operations["callAMeetingItsAgendaIsCollectedFromWhatIsOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a meeting with its agenda, decisions and minutes
         * @description Access: permission tasks.read. Limit: 600 in 60 s.
         */
        get: operations["seeAMeetingWithItsAgendaDecisionsAndMinutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Write the minutes, move or rename a meeting
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        patch: operations["writeTheMinutesMoveOrRenameAMeeting"];
        trace?: never;
    };
    "/api/meetings/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Close a meeting
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        put: operations["closeAMeeting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put something on the agenda
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        post: operations["putSomethingOnTheAgenda"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Write what was decided
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        patch: operations["writeWhatWasDecided"];
        trace?: never;
    };
    "/api/meetings/{id}/items/{itemId}/task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn an item into a task
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        post: operations["turnAnItemIntoATask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List trainings, the latest first, and who has learned what
         * @description Access: permission tasks.read. Limit: 600 in 60 s.
         */
        get: operations["listTrainingsTheLatestFirstAndWhoHasLearnedWhat"];
        put?: never;
        /**
         * Write a training down
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        post: operations["writeATrainingDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trainings/{id}": {
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
         * Remove a training
         * @description Access: permission team.manage. Limit: 120 in 60 s.
         */
        delete: operations["removeATraining"];
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
    "/api/audience/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List everything that conditions can ask
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listEverythingThatConditionsCanAsk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up values of a field
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["lookUpValuesOfAField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a condition: how many fit, part by part, and some of them
         * @description Access: permission audience.read. Limit: 120 in 60 s.
         */
        post: operations["previewAConditionHowManyFitPartByPartAndSomeOfThem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say why a member fits a condition, or why not
         * @description Access: permission audience.read. Limit: 120 in 60 s.
         */
        post: operations["sayWhyAMemberFitsAConditionOrWhyNot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the people behind a part of a condition
         * @description Access: permission audience.read. Limit: 120 in 60 s.
         */
        post: operations["listThePeopleBehindAPartOfACondition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listSegments"];
        put?: never;
        /**
         * Make a segment
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        post: operations["makeASegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a segment
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["seeASegment"];
        put?: never;
        post?: never;
        /**
         * Remove a segment
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        delete: operations["removeASegment"];
        options?: never;
        head?: never;
        /**
         * Change a segment
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        patch: operations["changeASegment"];
        trace?: never;
    };
    "/api/audience/segment-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments to begin with
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listSegmentsToBeginWith"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/segments/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is in a segment
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listWhoIsInASegment"];
        put?: never;
        /**
         * Put members on a list, or take them off
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        post: operations["putMembersOnAListOrTakeThemOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/segments/{id}/sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how big a segment was day by day
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["seeHowBigASegmentWasDayByDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/segment-overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how segments overlap
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["seeHowSegmentsOverlap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/members/{id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the segments that a member is in
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listTheSegmentsThatAMemberIsIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/segments/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the definitions that a segment has had
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listTheDefinitionsThatASegmentHasHad"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/segments/{id}/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make an earlier definition the current one again
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        put: operations["makeAnEarlierDefinitionTheCurrentOneAgain"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/segments/{id}/computation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a segment up to date now
         * @description Access: permission audience.edit. Limit: 20 in 60 s.
         */
        post: operations["bringASegmentUpToDateNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/tag-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tag rules
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listTagRules"];
        put?: never;
        /**
         * Make a tag rule
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        post: operations["makeATagRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/tag-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a tag rule
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["seeATagRule"];
        put?: never;
        post?: never;
        /**
         * Remove a tag rule; its tags stay
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        delete: operations["removeATagRuleItsTagsStay"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a tag rule
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        patch: operations["changePauseOrResumeATagRule"];
        trace?: never;
    };
    "/api/audience/tag-rules/{id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a tag rule now
         * @description Access: permission audience.edit. Limit: 20 in 60 s.
         */
        post: operations["applyATagRuleNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/rfm/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an RFM model
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["readAnRfmModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/rfm/{kind}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how many stand where by RFM on a day
         * @description Access: permission audience.read. Limit: 120 in 60 s.
         */
        get: operations["readHowManyStandWhereByRfmOnADay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/rfm/{kind}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an RFM model without keeping it
         * @description Access: permission audience.read. Limit: 120 in 60 s.
         */
        post: operations["tryAnRfmModelWithoutKeepingIt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/rfm/{kind}/movement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how members moved between tiers
         * @description Access: permission audience.read. Limit: 120 in 60 s.
         */
        get: operations["readHowMembersMovedBetweenTiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/rfm/{kind}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members behind a number of RFM
         * @description Access: permission audience.read. Limit: 120 in 60 s.
         */
        get: operations["listMembersBehindANumberOfRfm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/rfm/{kind}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the draft of an RFM model
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        put: operations["saveTheDraftOfAnRfmModel"];
        post?: never;
        /**
         * Throw the draft of an RFM model away
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        delete: operations["throwTheDraftOfAnRfmModelAway"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/rfm/{kind}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the draft of an RFM model in force
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        post: operations["putTheDraftOfAnRfmModelInForce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/rfm/{kind}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute RFM now
         * @description Access: permission audience.edit. Limit: 10 in 60 s.
         */
        post: operations["computeRfmNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See where a member stands by RFM, and why
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["seeWhereAMemberStandsByRfmAndWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List models of the life cycle
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listModelsOfTheLifeCycle"];
        put?: never;
        /**
         * Make a model for a type of user
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        post: operations["makeAModelForATypeOfUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rule sets to begin with
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listRuleSetsToBeginWith"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a model of the life cycle
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["seeAModelOfTheLifeCycle"];
        put?: never;
        post?: never;
        /**
         * Put a model of the life cycle away
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        delete: operations["putAModelOfTheLifeCycleAway"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the draft of a life cycle
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        put: operations["saveTheDraftOfALifeCycle"];
        post?: never;
        /**
         * Throw the draft of a life cycle away
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        delete: operations["throwTheDraftOfALifeCycleAway"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the draft of a life cycle in force
         * @description Access: permission audience.edit. Limit: 120 in 60 s.
         */
        post: operations["putTheDraftOfALifeCycleInForce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle/{id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a life cycle without keeping it
         * @description Access: permission audience.read. Limit: 60 in 60 s.
         */
        post: operations["tryALifeCycleWithoutKeepingIt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute stages of life now
         * @description Access: permission audience.edit. Limit: 10 in 60 s.
         */
        post: operations["computeStagesOfLifeNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle/{id}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how members moved between stages
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["readHowMembersMovedBetweenStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience/lifecycle/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members in a stage of life
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["listMembersInAStageOfLife"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See in which stage of life a member is, and why
         * @description Access: permission audience.read. Limit: 600 in 60 s.
         */
        get: operations["seeInWhichStageOfLifeAMemberIsAndWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Create a group
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        post: operations["createAGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tiers of the community
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listTheTiersOfTheCommunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a group
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeAGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a group
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        patch: operations["changeAGroup"];
        trace?: never;
    };
    "/api/groups/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Archive a group: nobody comes in, everything stays
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["archiveAGroupNobodyComesInEverythingStays"];
        post?: never;
        /**
         * Open an archived group again
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        delete: operations["openAnArchivedGroupAgain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Discover groups
         * @description Access: anyone. Limit: 600 in 60 s.
         */
        get: operations["discoverGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/member/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your groups and applications
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["listYourGroupsAndApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the page of a group
         * @description Access: anyone. Limit: 600 in 60 s.
         */
        get: operations["seeThePageOfAGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/group-invitations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the group that an invite code opens
         * @description Access: member. Limit: 10 in 60 s.
         */
        get: operations["findTheGroupThatAnInviteCodeOpens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/boards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the boards of a group
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listTheBoardsOfAGroup"];
        /**
         * Save the boards of a group in order; those left out are archived
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["saveTheBoardsOfAGroupInOrderThoseLeftOutAreArchived"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of a group’s rules, newest first
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listTheVersionsOfAGroupSRulesNewestFirst"];
        put?: never;
        /**
         * Publish a new version of a group’s rules
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        post: operations["publishANewVersionOfAGroupSRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/admission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how one gets into a group
         * @description Access: permission groups.edit. Limit: 600 in 60 s.
         */
        get: operations["seeHowOneGetsIntoAGroup"];
        /**
         * Save the steps of admission in order; none opens the door
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["saveTheStepsOfAdmissionInOrderNoneOpensTheDoor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/admission/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See why a member gets in or not
         * @description Access: permission groups.members. Limit: 600 in 60 s.
         */
        get: operations["seeWhyAMemberGetsInOrNot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the invite codes of a group
         * @description Access: permission groups.members. Limit: 600 in 60 s.
         */
        get: operations["listTheInviteCodesOfAGroup"];
        put?: never;
        /**
         * Make an invite code
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        post: operations["makeAnInviteCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-invitations/{id}": {
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
         * End an invite code
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        delete: operations["endAnInviteCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List applications: those to be decided oldest first, the others newest first
         * @description Access: permission groups.members. Limit: 600 in 60 s.
         */
        get: operations["listApplicationsThoseToBeDecidedOldestFirstTheOthersNewestFirst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See an application
         * @description Access: permission groups.members. Limit: 600 in 60 s.
         */
        get: operations["seeAnApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-applications/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or refuse applications
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        post: operations["acceptOrRefuseApplications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/admission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what you have to do to get in
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeWhatYouHaveToDoToGetIn"];
        put?: never;
        post?: never;
        /**
         * Take back your application
         * @description Access: member. Limit: 120 in 60 s.
         */
        delete: operations["takeBackYourApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/admission/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Do a step of admission
         * @description Access: member. Limit: 30 in 60 s.
         */
        put: operations["doAStepOfAdmission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to the rules and go in, or hand in your application
         * @description Access: member. Limit: 120 in 60 s.
         */
        post: operations["agreeToTheRulesAndGoInOrHandInYourApplication"];
        /**
         * Leave a group
         * @description Access: member. Limit: 120 in 60 s.
         */
        delete: operations["leaveAGroup"];
        options?: never;
        head?: never;
        /**
         * Change your card in a group
         * @description Access: member. Limit: 120 in 60 s.
         */
        patch: operations["changeYourCardInAGroup"];
        trace?: never;
    };
    "/api/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a group
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listTheMembersOfAGroup"];
        put?: never;
        /**
         * Add members to a group by hand
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        post: operations["addMembersToAGroupByHand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-memberships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the role or tier of a member of a group
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        patch: operations["changeTheRoleOrTierOfAMemberOfAGroup"];
        trace?: never;
    };
    "/api/group-memberships/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Remove a member from a group
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        put: operations["removeAMemberFromAGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the groups of a member, past ones included
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listTheGroupsOfAMemberPastOnesIncluded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of your group: hosts first, then the newest
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["listTheMembersOfYourGroupHostsFirstThenTheNewest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/rules-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Agree to the new rules of your group
         * @description Access: member. Limit: 120 in 60 s.
         */
        put: operations["agreeToTheNewRulesOfYourGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the announcements of a group
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listTheAnnouncementsOfAGroup"];
        put?: never;
        /**
         * Make an announcement
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        post: operations["makeAnAnnouncement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-announcements/{id}": {
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
         * Withdraw an announcement
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        delete: operations["withdrawAnAnnouncement"];
        options?: never;
        head?: never;
        /**
         * Change an announcement
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        patch: operations["changeAnAnnouncement"];
        trace?: never;
    };
    "/api/group-announcements/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who has read an announcement, or not
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listWhoHasReadAnAnnouncementOrNot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the announcements of your group: pinned ones first
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["readTheAnnouncementsOfYourGroupPinnedOnesFirst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/announcements/{announcement}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm that you have read an announcement
         * @description Access: member. Limit: 120 in 60 s.
         */
        put: operations["confirmThatYouHaveReadAnAnnouncement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-newcomers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List newcomers of the last 30 days
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listNewcomersOfTheLast30Days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-memberships/{id}/greeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Welcome a newcomer on behalf of the team
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        post: operations["welcomeANewcomerOnBehalfOfTheTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/newcomer-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what newcomers of a group are asked to do, and how many have
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeWhatNewcomersOfAGroupAreAskedToDoAndHowManyHave"];
        /**
         * Save what newcomers of a group are asked to do
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["saveWhatNewcomersOfAGroupAreAskedToDo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/newcomers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See who came into your group in the last 30 days
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeWhoCameIntoYourGroupInTheLast30Days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/newcomers/{membership}/greeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Greet a newcomer
         * @description Access: member. Limit: 20 in 60 s.
         */
        post: operations["greetANewcomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/first-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See your first steps in a group
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeYourFirstStepsInAGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/first-steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tick off a first step that leads elsewhere
         * @description Access: member. Limit: 120 in 60 s.
         */
        put: operations["tickOffAFirstStepThatLeadsElsewhere"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-charters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List charters: drafts, or those of groups
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listChartersDraftsOrThoseOfGroups"];
        put?: never;
        /**
         * Begin a charter
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        post: operations["beginACharter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-charters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a charter and what speaks for and against it
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeACharterAndWhatSpeaksForAndAgainstIt"];
        put?: never;
        post?: never;
        /**
         * Discard a draft
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        delete: operations["discardADraft"];
        options?: never;
        head?: never;
        /**
         * Save a charter over the revision that was seen
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        patch: operations["saveACharterOverTheRevisionThatWasSeen"];
        trace?: never;
    };
    "/api/group-charters/{id}/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the group that a charter describes
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        post: operations["makeTheGroupThatACharterDescribes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/charter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the charter of a group
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeTheCharterOfAGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the journal of other people’s groups
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["readTheJournalOfOtherPeopleSGroups"];
        put?: never;
        /**
         * Note what was seen in another group
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        post: operations["noteWhatWasSeenInAnotherGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-observations/{id}": {
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
         * Remove an entry of the journal
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        delete: operations["removeAnEntryOfTheJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how all groups are, as last measured
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeHowAllGroupsAreAsLastMeasured"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how a group is now
         * @description Access: permission groups.read. Limit: 120 in 60 s.
         */
        get: operations["seeHowAGroupIsNow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-health/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the lines between green, yellow and red
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeTheLinesBetweenGreenYellowAndRed"];
        /**
         * Move the lines between green, yellow and red
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["moveTheLinesBetweenGreenYellowAndRed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the ladder of groups
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeTheLadderOfGroups"];
        /**
         * Build the ladder of groups anew
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["buildTheLadderOfGroupsAnew"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tiers with their rules: of the community, or of a group
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listTiersWithTheirRulesOfTheCommunityOrOfAGroup"];
        /**
         * Arrange the tiers of the community or of a group, lowest first
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["arrangeTheTiersOfTheCommunityOrOfAGroupLowestFirst"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/{id}/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write the rule of a tier over the revision that was seen
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["writeTheRuleOfATierOverTheRevisionThatWasSeen"];
        post?: never;
        /**
         * Take the rule of a tier away
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        delete: operations["takeTheRuleOfATierAway"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See who would rise, be told and fall if a tier had this rule, without doing anything
         * @description Access: permission groups.read. Limit: 60 in 60 s.
         */
        post: operations["seeWhoWouldRiseBeToldAndFallIfATierHadThisRuleWithoutDoingAnything"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the latest moves between tiers of the community
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeTheLatestMovesBetweenTiersOfTheCommunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a member on a tier of the community by hand; rules leave it alone until it is given back
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        put: operations["putAMemberOnATierOfTheCommunityByHandRulesLeaveItAloneUntilItIsGivenBack"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/elimination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the elimination rule of a group, and how many cases it has
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["seeTheEliminationRuleOfAGroupAndHowManyCasesItHas"];
        /**
         * Write the elimination rule of a group over the revision that was seen
         * @description Access: permission groups.edit. Limit: 120 in 60 s.
         */
        put: operations["writeTheEliminationRuleOfAGroupOverTheRevisionThatWasSeen"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/elimination/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See whom an elimination rule would concern, without doing anything
         * @description Access: permission groups.read. Limit: 60 in 60 s.
         */
        post: operations["seeWhomAnEliminationRuleWouldConcernWithoutDoingAnything"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/elimination/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the cases of a group, newest warning first
         * @description Access: permission groups.read. Limit: 600 in 60 s.
         */
        get: operations["listTheCasesOfAGroupNewestWarningFirst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-elimination/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm removals, or leave members in peace
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        post: operations["confirmRemovalsOrLeaveMembersInPeace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-elimination/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let an eliminated member in again
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        put: operations["letAnEliminatedMemberInAgain"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List appeals: open ones oldest first, answered ones newest first
         * @description Access: permission groups.members. Limit: 600 in 60 s.
         */
        get: operations["listAppealsOpenOnesOldestFirstAnsweredOnesNewestFirst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group-appeals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Answer an appeal, or a task that was done
         * @description Access: permission groups.members. Limit: 120 in 60 s.
         */
        put: operations["answerAnAppealOrATaskThatWasDone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/course": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See where you stand in a group, and what is missing for the next tier
         * @description Access: member. Limit: 600 in 60 s.
         */
        get: operations["seeWhereYouStandInAGroupAndWhatIsMissingForTheNextTier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Come back to a group from which you were eliminated, once its condition is met
         * @description Access: member. Limit: 120 in 60 s.
         */
        post: operations["comeBackToAGroupFromWhichYouWereEliminatedOnceItsConditionIsMet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/groups/{slug}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeal against an elimination, or say that you did the task to return
         * @description Access: member. Limit: 10 in 3600 s.
         */
        post: operations["appealAgainstAnEliminationOrSayThatYouDidTheTaskToReturn"];
        delete?: never;
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
        Condition: {
            /** @enum {string} */
            kind: "all" | "any";
            of: components["schemas"]["Condition"][];
        } | {
            /** @enum {string} */
            kind: "not";
            of: components["schemas"]["Condition"];
        } | {
            /** @enum {string} */
            kind: "field";
            field: string;
            of?: string;
            test: {
                /** @enum {string} */
                op: "is" | "isNot" | "contains" | "notContains" | "startsWith";
                value: string;
            } | {
                /** @enum {string} */
                op: "isOneOf" | "isNoneOf" | "hasAnyOf" | "hasAllOf" | "hasNoneOf";
                value: string[];
            } | {
                /** @enum {string} */
                op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte";
                value: number;
            } | {
                /** @enum {string} */
                op: "between";
                value: [
                    number,
                    number
                ];
            } | {
                /** @enum {string} */
                op: "onOrAfter";
                /** Format: date */
                value: string;
            } | {
                /** @enum {string} */
                op: "before";
                /** Format: date */
                value: string;
            } | {
                /** @enum {string} */
                op: "inLast";
                value: number;
            } | {
                /** @enum {string} */
                op: "beforeLast";
                value: number;
            } | {
                /** @enum {string} */
                op: "inNext";
                value: number;
            } | {
                /** @enum {string} */
                op: "anniversaryInNext";
                value: number;
            } | {
                /** @enum {string} */
                op: "isKnown" | "isUnknown" | "isTrue" | "isFalse";
            };
        } | {
            /** @enum {string} */
            kind: "event";
            event: "*" | string;
            where?: {
                property: string;
                test: {
                    /** @enum {string} */
                    op: "is" | "isNot" | "contains";
                    value: string;
                } | {
                    /** @enum {string} */
                    op: "isOneOf" | "isNoneOf";
                    value: string[];
                } | {
                    /** @enum {string} */
                    op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte";
                    value: number;
                } | {
                    /** @enum {string} */
                    op: "isKnown" | "isUnknown";
                };
            }[];
            group?: string;
            window?: {
                last: {
                    amount: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
            } | {
                /** Format: date */
                from?: string;
                /** Format: date */
                to?: string;
            };
            measure: {
                /** @enum {string} */
                of: "count" | "days" | "daysSince";
                /** @enum {string} */
                op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte";
                value: number;
            } | {
                /** @enum {string} */
                of: "sum";
                property?: string;
                /** @enum {string} */
                op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte";
                value: number;
            } | {
                /** @enum {string} */
                of: "first" | "last";
                test: {
                    /** @enum {string} */
                    op: "onOrAfter";
                    /** Format: date */
                    value: string;
                } | {
                    /** @enum {string} */
                    op: "before";
                    /** Format: date */
                    value: string;
                } | {
                    /** @enum {string} */
                    op: "inLast";
                    value: number;
                } | {
                    /** @enum {string} */
                    op: "beforeLast";
                    value: number;
                } | {
                    /** @enum {string} */
                    op: "inNext";
                    value: number;
                };
            };
        } | {
            /** @enum {string} */
            kind: "sequence";
            steps: {
                event: "*" | string;
                where?: {
                    property: string;
                    test: {
                        /** @enum {string} */
                        op: "is" | "isNot" | "contains";
                        value: string;
                    } | {
                        /** @enum {string} */
                        op: "isOneOf" | "isNoneOf";
                        value: string[];
                    } | {
                        /** @enum {string} */
                        op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte";
                        value: number;
                    } | {
                        /** @enum {string} */
                        op: "isKnown" | "isUnknown";
                    };
                }[];
                group?: string;
            }[];
            within: {
                amount: number;
                /** @enum {string} */
                unit: "hours" | "days";
            };
            window?: {
                last: {
                    amount: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
            } | {
                /** Format: date */
                from?: string;
                /** Format: date */
                to?: string;
            };
        } | {
            /** @enum {string} */
            kind: "segment";
            segment: string;
        };
        Explanation: {
            path: string;
            /** @enum {string} */
            kind: "all" | "any" | "not" | "field" | "event" | "sequence" | "segment";
            met: boolean;
            says: string;
            evidence: string | null;
            progress: {
                actual: number;
                needed: number;
            } | null;
            of: components["schemas"]["Explanation"][];
        };
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
                    consents: ("terms" | "privacy" | "analytics" | "personalisation" | "marketing" | "publish" | "sensitive")[];
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
                            purpose: "terms" | "privacy" | "analytics" | "personalisation" | "marketing" | "publish" | "sensitive";
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
                purpose: "terms" | "privacy" | "analytics" | "personalisation" | "marketing" | "publish" | "sensitive";
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
                            purpose: "terms" | "privacy" | "analytics" | "personalisation" | "marketing" | "publish" | "sensitive";
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
                            id: string;
                            name: string;
                            note: string;
                            groupId: string | null;
                            members: number;
                            byRule: number;
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
                        /** @description Part of a nickname, or something like it; or a whole contact point */
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
                        /** @description Looked after by this account, by the one who asks, or by nobody */
                        owner?: ("me" | "none") | string;
                        /** @description `key:value`, `key:from..to`, `key:*` for known and `key:-` for unknown; several with `|` */
                        field?: string;
                        /**
                         * @description Members of a segment
                         * @example 42
                         */
                        segment?: string;
                        /**
                         * @description Members of a group
                         * @example 42
                         */
                        group?: string;
                        /** @description Only these, at most 200 */
                        ids?: string;
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
    putATagIntoAGroupOrSayWhatItMeans: {
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
                    groupId?: string | null;
                    note?: string;
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
    listGroupsOfTags: {
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
                            exclusive: boolean;
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
    addAGroupOfTags: {
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
                    /** @default false */
                    exclusive?: boolean;
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
                        exclusive: boolean;
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
    changeAGroupOfTags: {
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
                    name: string;
                    /** @default false */
                    exclusive?: boolean;
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
                        exclusive: boolean;
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
    removeAGroupOfTagsTheTagsStay: {
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
    listTheFieldsOfMembers: {
        parameters: {
            query?: {
                archived?: "true" | "false";
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
                            key: string;
                            label: string;
                            hint: string;
                            /** @enum {string} */
                            type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                            options: {
                                value: string;
                                label: string;
                            }[];
                            required: boolean;
                            necessary: boolean;
                            sensitive: boolean;
                            purpose: string;
                            /** @enum {string} */
                            memberAccess: "none" | "see" | "edit";
                            seenBy: string[];
                            editedBy: string[];
                            /** Format: date-time */
                            archivedAt: string | null;
                            filled: number | null;
                            can: {
                                see: boolean;
                                edit: boolean;
                                define: boolean;
                            };
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
    addAFieldOfMembers: {
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
                    label: string;
                    /** @default  */
                    hint?: string;
                    /** @default [] */
                    options?: {
                        value: string;
                        label: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @default false */
                    necessary?: boolean;
                    /** @default false */
                    sensitive?: boolean;
                    /** @default  */
                    purpose?: string;
                    /**
                     * @default none
                     * @enum {string}
                     */
                    memberAccess?: "none" | "see" | "edit";
                    /** @default [] */
                    seenBy?: string[];
                    /** @default [] */
                    editedBy?: string[];
                    key: string;
                    /** @enum {string} */
                    type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
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
                        key: string;
                        label: string;
                        hint: string;
                        /** @enum {string} */
                        type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                        options: {
                            value: string;
                            label: string;
                        }[];
                        required: boolean;
                        necessary: boolean;
                        sensitive: boolean;
                        purpose: string;
                        /** @enum {string} */
                        memberAccess: "none" | "see" | "edit";
                        seenBy: string[];
                        editedBy: string[];
                        /** Format: date-time */
                        archivedAt: string | null;
                        filled: number | null;
                        can: {
                            see: boolean;
                            edit: boolean;
                            define: boolean;
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
    putTheFieldsOfMembersInOrder: {
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
                    ids: string[];
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
                            id: string;
                            key: string;
                            label: string;
                            hint: string;
                            /** @enum {string} */
                            type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                            options: {
                                value: string;
                                label: string;
                            }[];
                            required: boolean;
                            necessary: boolean;
                            sensitive: boolean;
                            purpose: string;
                            /** @enum {string} */
                            memberAccess: "none" | "see" | "edit";
                            seenBy: string[];
                            editedBy: string[];
                            /** Format: date-time */
                            archivedAt: string | null;
                            filled: number | null;
                            can: {
                                see: boolean;
                                edit: boolean;
                                define: boolean;
                            };
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
    changeAFieldOfMembers: {
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
                    label: string;
                    /** @default  */
                    hint?: string;
                    /** @default [] */
                    options?: {
                        value: string;
                        label: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @default false */
                    necessary?: boolean;
                    /** @default false */
                    sensitive?: boolean;
                    /** @default  */
                    purpose?: string;
                    /**
                     * @default none
                     * @enum {string}
                     */
                    memberAccess?: "none" | "see" | "edit";
                    /** @default [] */
                    seenBy?: string[];
                    /** @default [] */
                    editedBy?: string[];
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
                        key: string;
                        label: string;
                        hint: string;
                        /** @enum {string} */
                        type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                        options: {
                            value: string;
                            label: string;
                        }[];
                        required: boolean;
                        necessary: boolean;
                        sensitive: boolean;
                        purpose: string;
                        /** @enum {string} */
                        memberAccess: "none" | "see" | "edit";
                        seenBy: string[];
                        editedBy: string[];
                        /** Format: date-time */
                        archivedAt: string | null;
                        filled: number | null;
                        can: {
                            see: boolean;
                            edit: boolean;
                            define: boolean;
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
    putAFieldOfMembersAway: {
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
                        key: string;
                        label: string;
                        hint: string;
                        /** @enum {string} */
                        type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                        options: {
                            value: string;
                            label: string;
                        }[];
                        required: boolean;
                        necessary: boolean;
                        sensitive: boolean;
                        purpose: string;
                        /** @enum {string} */
                        memberAccess: "none" | "see" | "edit";
                        seenBy: string[];
                        editedBy: string[];
                        /** Format: date-time */
                        archivedAt: string | null;
                        filled: number | null;
                        can: {
                            see: boolean;
                            edit: boolean;
                            define: boolean;
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
    takeAFieldOfMembersOutAgain: {
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
                        key: string;
                        label: string;
                        hint: string;
                        /** @enum {string} */
                        type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                        options: {
                            value: string;
                            label: string;
                        }[];
                        required: boolean;
                        necessary: boolean;
                        sensitive: boolean;
                        purpose: string;
                        /** @enum {string} */
                        memberAccess: "none" | "see" | "edit";
                        seenBy: string[];
                        editedBy: string[];
                        /** Format: date-time */
                        archivedAt: string | null;
                        filled: number | null;
                        can: {
                            see: boolean;
                            edit: boolean;
                            define: boolean;
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
    listWhoOfTheTeamCanLookAfterMembers: {
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
                            accountId: string;
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
    giveMembersToSomebodyOfTheTeamOrToNobody: {
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
                        /** @description Part of a nickname, or something like it; or a whole contact point */
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
                        /** @description Looked after by this account, by the one who asks, or by nobody */
                        owner?: ("me" | "none") | string;
                        /** @description `key:value`, `key:from..to`, `key:*` for known and `key:-` for unknown; several with `|` */
                        field?: string;
                        /**
                         * @description Members of a segment
                         * @example 42
                         */
                        segment?: string;
                        /**
                         * @description Members of a group
                         * @example 42
                         */
                        group?: string;
                        /** @description Only these, at most 200 */
                        ids?: string;
                    };
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    accountId: string | null;
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
                        changed: number;
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
                            edit: boolean;
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
                        owner: {
                            accountId: string;
                            name: string;
                            /** Format: date-time */
                            since: string;
                        } | null;
                        fields: {
                            key: string;
                            label: string;
                            hint: string;
                            /** @enum {string} */
                            type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                            options: {
                                value: string;
                                label: string;
                            }[];
                            required: boolean;
                            necessary: boolean;
                            sensitive: boolean;
                            purpose: string;
                            value: string | number | boolean | string[] | null;
                            masked: string | null;
                            /** @enum {string|null} */
                            source: "member" | "operator" | "import" | "rule" | "system" | null;
                            /** Format: date-time */
                            setAt: string | null;
                            setBy: string | null;
                            can: {
                                edit: boolean;
                                reveal: boolean;
                            };
                        }[];
                        contacts: {
                            id: string;
                            /** @enum {string} */
                            kind: "phone" | "email" | "wechat" | "external";
                            system: string;
                            masked: string;
                            verified: boolean;
                            /** @enum {string} */
                            source: "member" | "operator" | "import" | "rule" | "system";
                            /** Format: date-time */
                            addedAt: string;
                            can: {
                                edit: boolean;
                                reveal: boolean;
                            };
                        }[];
                        tagged: {
                            id: string;
                            name: string;
                            note: string;
                            group: string | null;
                            /** @enum {string} */
                            source: "member" | "operator" | "import" | "rule" | "system";
                            sourceId: string | null;
                            addedBy: string | null;
                            /** Format: date-time */
                            addedAt: string;
                        }[];
                        account: {
                            email: string;
                            can: {
                                reveal: boolean;
                            };
                            emailVerified: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            suspended: boolean;
                            consents: {
                                purpose: string;
                                label: string;
                                granted: boolean;
                                /** Format: date-time */
                                at: string;
                            }[];
                        } | null;
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
    correctWhatAMemberSProfileSays: {
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
                    nickname?: string;
                    city?: string;
                    bio?: string;
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
    writeFieldsOfAMember: {
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
                    values: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
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
                        changed: string[];
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
    lookAtASensitiveFieldItIsWrittenDownWhoLooked: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a row */
                id: string;
                key: string;
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
                        value: string | number | boolean | string[] | null;
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
    addAContactPointOfAMember: {
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
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "phone" | "email" | "wechat" | "external";
                    /** @description Of an external id: whose it is */
                    system?: string;
                    value: string;
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
                        kind: "phone" | "email" | "wechat" | "external";
                        system: string;
                        masked: string;
                        verified: boolean;
                        /** @enum {string} */
                        source: "member" | "operator" | "import" | "rule" | "system";
                        /** Format: date-time */
                        addedAt: string;
                        can: {
                            edit: boolean;
                            reveal: boolean;
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
    removeAContactPoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                contactId: string;
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
    markAContactPointAsCheckedOrNot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    verified: boolean;
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
                        /** @enum {string} */
                        kind: "phone" | "email" | "wechat" | "external";
                        system: string;
                        masked: string;
                        verified: boolean;
                        /** @enum {string} */
                        source: "member" | "operator" | "import" | "rule" | "system";
                        /** Format: date-time */
                        addedAt: string;
                        can: {
                            edit: boolean;
                            reveal: boolean;
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
    lookAtAContactPointItIsWrittenDownWhoLooked: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                contactId: string;
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
                        value: string;
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
    lookAtTheAddressOfAMemberSAccountItIsWrittenDownWhoLooked: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: string;
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
    listNotesAboutAMember: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                            body: string;
                            pinned: boolean;
                            author: string | null;
                            /** Format: date-time */
                            writtenAt: string;
                            /** Format: date-time */
                            editedAt: string | null;
                            can: {
                                rewrite: boolean;
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
    writeANoteAboutAMember: {
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
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @default false */
                    pinned?: boolean;
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
                        body: string;
                        pinned: boolean;
                        author: string | null;
                        /** Format: date-time */
                        writtenAt: string;
                        /** Format: date-time */
                        editedAt: string | null;
                        can: {
                            rewrite: boolean;
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
    removeANoteOfOneSOwn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                noteId: string;
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
    changeANoteOrPinIt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body?: string;
                    pinned?: boolean;
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
                        body: string;
                        pinned: boolean;
                        author: string | null;
                        /** Format: date-time */
                        writtenAt: string;
                        /** Format: date-time */
                        editedAt: string | null;
                        can: {
                            rewrite: boolean;
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
    listMembersInCare: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                program?: "koc" | "star" | "vip";
                stage?: "discovered" | "supported" | "producing" | "retained";
                /** @description Id of a row */
                owner?: string;
                due?: "overdue" | "today" | "week";
                q?: string;
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
                            member: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                nickname: string;
                                avatarUrl: string | null;
                            };
                            /** @enum {string} */
                            program: "koc" | "star" | "vip";
                            /** @enum {string} */
                            stage: "discovered" | "supported" | "producing" | "retained";
                            owner: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            cadenceDays: number | null;
                            /** Format: date */
                            nextOn: string | null;
                            dueInDays: number | null;
                            /** Format: date */
                            lastVisitOn: string | null;
                            visits: number;
                            needs: string;
                            why: string;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string | null;
                            can: {
                                edit: boolean;
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
    takeMembersIntoCare: {
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
                    memberIds: string[];
                    /** @enum {string} */
                    program: "koc" | "star" | "vip";
                    /**
                     * @description Id of a row
                     * @default null
                     * @example 42
                     */
                    ownerId?: string | null;
                    /** @default null */
                    cadenceDays?: number | null;
                    /**
                     * Format: date
                     * @description Default: one rhythm from today
                     */
                    nextOn?: string | null;
                    /** @default  */
                    why?: string;
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
                        started: number;
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
    countMembersInCareByProgrammeAndStage: {
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
                            program: "koc" | "star" | "vip";
                            /** @enum {string} */
                            stage: "discovered" | "supported" | "producing" | "retained";
                            members: number;
                            overdue: number;
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
    takeAMemberOutOfCare: {
        parameters: {
            query?: {
                why?: string;
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
    changeHowAMemberIsCaredFor: {
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
                    stage?: "discovered" | "supported" | "producing" | "retained";
                    why?: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    ownerId?: string | null;
                    cadenceDays?: number | null;
                    /** Format: date */
                    nextOn?: string | null;
                    needs?: string;
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
                        member: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                        };
                        /** @enum {string} */
                        program: "koc" | "star" | "vip";
                        /** @enum {string} */
                        stage: "discovered" | "supported" | "producing" | "retained";
                        owner: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                        } | null;
                        cadenceDays: number | null;
                        /** Format: date */
                        nextOn: string | null;
                        dueInDays: number | null;
                        /** Format: date */
                        lastVisitOn: string | null;
                        visits: number;
                        needs: string;
                        why: string;
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        endedAt: string | null;
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
    seeHowAMemberIsCaredFor: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                        care: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            member: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                nickname: string;
                                avatarUrl: string | null;
                            };
                            /** @enum {string} */
                            program: "koc" | "star" | "vip";
                            /** @enum {string} */
                            stage: "discovered" | "supported" | "producing" | "retained";
                            owner: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            cadenceDays: number | null;
                            /** Format: date */
                            nextOn: string | null;
                            dueInDays: number | null;
                            /** Format: date */
                            lastVisitOn: string | null;
                            visits: number;
                            needs: string;
                            why: string;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string | null;
                            can: {
                                edit: boolean;
                            };
                            steps: {
                                /** @enum {string} */
                                from: "discovered" | "supported" | "producing" | "retained";
                                /** @enum {string} */
                                to: "discovered" | "supported" | "producing" | "retained";
                                why: string;
                                /** Format: date-time */
                                movedAt: string;
                            }[];
                        }[];
                        visits: {
                            items: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                /** @enum {string|null} */
                                program: "koc" | "star" | "vip" | null;
                                /** @enum {string} */
                                purpose: "care" | "winback" | "thanks" | "interview";
                                /** @enum {string} */
                                way: "phone" | "wechat" | "site" | "mail" | "meeting";
                                summary: string;
                                found: string;
                                given: string;
                                /** Format: date */
                                visitedOn: string;
                                by: string | null;
                            }[];
                            next: string | null;
                        };
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
    noteAVisitToAMember: {
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
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default care
                     * @enum {string}
                     */
                    purpose?: "care" | "winback" | "thanks" | "interview";
                    /** @enum {string} */
                    way: "phone" | "wechat" | "site" | "mail" | "meeting";
                    summary: string;
                    /** @default  */
                    found?: string;
                    /** @default  */
                    given?: string;
                    /**
                     * Format: date
                     * @description Default: today
                     */
                    visitedOn?: string;
                    /**
                     * Format: date
                     * @description Left out: by the rhythm of the programme
                     */
                    nextOn?: string | null;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    careId?: string;
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
                        /** @description Part of a nickname, or something like it; or a whole contact point */
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
                        /** @description Looked after by this account, by the one who asks, or by nobody */
                        owner?: ("me" | "none") | string;
                        /** @description `key:value`, `key:from..to`, `key:*` for known and `key:-` for unknown; several with `|` */
                        field?: string;
                        /**
                         * @description Members of a segment
                         * @example 42
                         */
                        segment?: string;
                        /**
                         * @description Members of a group
                         * @example 42
                         */
                        group?: string;
                        /** @description Only these, at most 200 */
                        ids?: string;
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
    listImports: {
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
                            fileName: string;
                            /** @enum {string} */
                            format: "csv" | "xlsx";
                            encoding: string;
                            separator: string;
                            header: string[];
                            /** @enum {string} */
                            state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed" | "undoing" | "undone";
                            /** @enum {string|null} */
                            trouble: "unreadable" | "tooLarge" | "locked" | "quotes" | "columns" | "rows" | "gone" | null;
                            jobId: string | null;
                            checked: {
                                rows: number;
                                created: number;
                                updated: number;
                                unchanged: number;
                                failed: number;
                                /** @description People who are in the list twice */
                                repeated: number;
                            } | null;
                            outcome: {
                                rows: number;
                                created: number;
                                updated: number;
                                unchanged: number;
                                failed: number;
                                /** @description People who are in the list twice */
                                repeated: number;
                            };
                            errorFileUrl: string | null;
                            origin: string;
                            createdBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            finishedAt: string | null;
                            /** Format: date-time */
                            undoUntil: string | null;
                            can: {
                                check: boolean;
                                run: boolean;
                                stop: boolean;
                                undo: boolean;
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
    uploadAListOfMembersTheFileAsThePlainBody: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
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
                        fileName: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        separator: string;
                        header: string[];
                        /** @enum {string} */
                        state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed" | "undoing" | "undone";
                        /** @enum {string|null} */
                        trouble: "unreadable" | "tooLarge" | "locked" | "quotes" | "columns" | "rows" | "gone" | null;
                        jobId: string | null;
                        checked: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        } | null;
                        outcome: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        };
                        errorFileUrl: string | null;
                        origin: string;
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        /** Format: date-time */
                        undoUntil: string | null;
                        can: {
                            check: boolean;
                            run: boolean;
                            stop: boolean;
                            undo: boolean;
                            discard: boolean;
                        };
                        samples: string[][];
                        plan: {
                            columns: (("nickname" | "card" | "phone" | "email" | "wechat" | "city" | "channel" | "tags" | "joinedAt" | "bio") | string | null)[];
                            /**
                             * @default update
                             * @enum {string}
                             */
                            existing: "update" | "fill" | "skip";
                            /** @default [] */
                            tags: string[];
                            /** @default  */
                            origin: string;
                            /** @default [] */
                            card: (("nickname" | "card" | "phone" | "email" | "wechat" | "city" | "channel" | "tags" | "joinedAt" | "bio") | string | null)[];
                        };
                        planned: boolean;
                        targets: {
                            target: string;
                            label: string | null;
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
    seeAnImportWithTheFirstRowsOfItsList: {
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
                        fileName: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        separator: string;
                        header: string[];
                        /** @enum {string} */
                        state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed" | "undoing" | "undone";
                        /** @enum {string|null} */
                        trouble: "unreadable" | "tooLarge" | "locked" | "quotes" | "columns" | "rows" | "gone" | null;
                        jobId: string | null;
                        checked: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        } | null;
                        outcome: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        };
                        errorFileUrl: string | null;
                        origin: string;
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        /** Format: date-time */
                        undoUntil: string | null;
                        can: {
                            check: boolean;
                            run: boolean;
                            stop: boolean;
                            undo: boolean;
                            discard: boolean;
                        };
                        samples: string[][];
                        plan: {
                            columns: (("nickname" | "card" | "phone" | "email" | "wechat" | "city" | "channel" | "tags" | "joinedAt" | "bio") | string | null)[];
                            /**
                             * @default update
                             * @enum {string}
                             */
                            existing: "update" | "fill" | "skip";
                            /** @default [] */
                            tags: string[];
                            /** @default  */
                            origin: string;
                            /** @default [] */
                            card: (("nickname" | "card" | "phone" | "email" | "wechat" | "city" | "channel" | "tags" | "joinedAt" | "bio") | string | null)[];
                        };
                        planned: boolean;
                        targets: {
                            target: string;
                            label: string | null;
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
    throwAnUploadedListAway: {
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
    seeTheFirstRowsAsTheyWouldComeIn: {
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
        requestBody: {
            content: {
                "application/json": {
                    columns: (("nickname" | "card" | "phone" | "email" | "wechat" | "city" | "channel" | "tags" | "joinedAt" | "bio") | string | null)[];
                    /**
                     * @default update
                     * @enum {string}
                     */
                    existing?: "update" | "fill" | "skip";
                    /** @default [] */
                    tags?: string[];
                    /** @default  */
                    origin?: string;
                    /** @default [] */
                    card?: (("nickname" | "card" | "phone" | "email" | "wechat" | "city" | "channel" | "tags" | "joinedAt" | "bio") | string | null)[];
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
                            row: number;
                            nickname: string;
                            city: string;
                            contacts: {
                                kind: string;
                                system: string;
                                value: string;
                            }[];
                            tags: string[];
                            fields: {
                                label: string;
                                value: string;
                            }[];
                            /** Format: date-time */
                            joinedAt: string | null;
                            reasons: {
                                column: number | null;
                                message: string;
                            }[];
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
    listRowsThatWereRefusedWithWhy: {
        parameters: {
            query?: {
                after?: number | null;
                limit?: number;
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
                            row: number;
                            cells: string[];
                            reasons: {
                                column: number | null;
                                message: string;
                            }[];
                        }[];
                        next: number | null;
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
    sayWhatTheColumnsMeanAndTryTheImportWithoutChangingAnything: {
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
        requestBody: {
            content: {
                "application/json": {
                    columns: (("nickname" | "card" | "phone" | "email" | "wechat" | "city" | "channel" | "tags" | "joinedAt" | "bio") | string | null)[];
                    /**
                     * @default update
                     * @enum {string}
                     */
                    existing?: "update" | "fill" | "skip";
                    /** @default [] */
                    tags?: string[];
                    /** @default  */
                    origin?: string;
                    /** @default [] */
                    card?: (("nickname" | "card" | "phone" | "email" | "wechat" | "city" | "channel" | "tags" | "joinedAt" | "bio") | string | null)[];
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
                        id: string;
                        fileName: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        separator: string;
                        header: string[];
                        /** @enum {string} */
                        state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed" | "undoing" | "undone";
                        /** @enum {string|null} */
                        trouble: "unreadable" | "tooLarge" | "locked" | "quotes" | "columns" | "rows" | "gone" | null;
                        jobId: string | null;
                        checked: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        } | null;
                        outcome: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        };
                        errorFileUrl: string | null;
                        origin: string;
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        /** Format: date-time */
                        undoUntil: string | null;
                        can: {
                            check: boolean;
                            run: boolean;
                            stop: boolean;
                            undo: boolean;
                            discard: boolean;
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
    importTheListOrGoOnWithIt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once; this operation refuses to work without one (428) */
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        fileName: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        separator: string;
                        header: string[];
                        /** @enum {string} */
                        state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed" | "undoing" | "undone";
                        /** @enum {string|null} */
                        trouble: "unreadable" | "tooLarge" | "locked" | "quotes" | "columns" | "rows" | "gone" | null;
                        jobId: string | null;
                        checked: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        } | null;
                        outcome: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        };
                        errorFileUrl: string | null;
                        origin: string;
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        /** Format: date-time */
                        undoUntil: string | null;
                        can: {
                            check: boolean;
                            run: boolean;
                            stop: boolean;
                            undo: boolean;
                            discard: boolean;
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
    stopACheckOrAnImport: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        fileName: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        separator: string;
                        header: string[];
                        /** @enum {string} */
                        state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed" | "undoing" | "undone";
                        /** @enum {string|null} */
                        trouble: "unreadable" | "tooLarge" | "locked" | "quotes" | "columns" | "rows" | "gone" | null;
                        jobId: string | null;
                        checked: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        } | null;
                        outcome: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        };
                        errorFileUrl: string | null;
                        origin: string;
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        /** Format: date-time */
                        undoUntil: string | null;
                        can: {
                            check: boolean;
                            run: boolean;
                            stop: boolean;
                            undo: boolean;
                            discard: boolean;
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
    takeAnImportBack: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        fileName: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        encoding: string;
                        separator: string;
                        header: string[];
                        /** @enum {string} */
                        state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed" | "undoing" | "undone";
                        /** @enum {string|null} */
                        trouble: "unreadable" | "tooLarge" | "locked" | "quotes" | "columns" | "rows" | "gone" | null;
                        jobId: string | null;
                        checked: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        } | null;
                        outcome: {
                            rows: number;
                            created: number;
                            updated: number;
                            unchanged: number;
                            failed: number;
                            /** @description People who are in the list twice */
                            repeated: number;
                        };
                        errorFileUrl: string | null;
                        origin: string;
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        /** Format: date-time */
                        undoUntil: string | null;
                        can: {
                            check: boolean;
                            run: boolean;
                            stop: boolean;
                            undo: boolean;
                            discard: boolean;
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
    listPairsOfMembersWhoMayBeOnePerson: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Id of a row */
                memberId?: string;
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
                            /** @enum {string} */
                            reason: "phone" | "email" | "external" | "wechat" | "name" | "hand";
                            /** Format: date-time */
                            foundAt: string;
                            left: {
                                id: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                                /** Format: date-time */
                                joinedAt: string;
                            };
                            right: {
                                id: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                                /** Format: date-time */
                                joinedAt: string;
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
    lookForDoublesNow: {
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
    sayThatAPairIsTwoPeople: {
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
    listMergesOfMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Id of a row */
                memberId?: string;
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
                            /** @enum {string} */
                            reason: "phone" | "email" | "external" | "wechat" | "name" | "hand";
                            note: string;
                            double: {
                                id: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                                /** Format: date-time */
                                joinedAt: string;
                            };
                            into: {
                                id: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                                /** Format: date-time */
                                joinedAt: string;
                            };
                            /** Format: date-time */
                            mergedAt: string;
                            /** Format: date-time */
                            undoUntil: string;
                            /** Format: date-time */
                            undoneAt: string | null;
                            can: {
                                undo: boolean;
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
    mergeADoubleIntoTheMemberThatRemains: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once; this operation refuses to work without one (428) */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    doubleId: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    intoId: string;
                    /**
                     * @default hand
                     * @enum {string}
                     */
                    reason?: "phone" | "email" | "external" | "wechat" | "name" | "hand";
                    /** @default  */
                    note?: string;
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
                        reason: "phone" | "email" | "external" | "wechat" | "name" | "hand";
                        note: string;
                        double: {
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            /** Format: date-time */
                            joinedAt: string;
                        };
                        into: {
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            /** Format: date-time */
                            joinedAt: string;
                        };
                        /** Format: date-time */
                        mergedAt: string;
                        /** Format: date-time */
                        undoUntil: string;
                        /** Format: date-time */
                        undoneAt: string | null;
                        can: {
                            undo: boolean;
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
    compareTwoMembersAndSeeWhatAMergeWouldMove: {
        parameters: {
            query: {
                /** @description Id of a row */
                doubleId: string;
                /** @description Id of a row */
                intoId: string;
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
                        double: {
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            channel: string;
                            bio: string;
                            hasAccount: boolean;
                            tags: string[];
                            contacts: {
                                kind: string;
                                masked: string;
                            }[];
                            fields: {
                                label: string;
                                value: string;
                            }[];
                            /** @description At most 10,000 are counted */
                            events: number;
                        };
                        into: {
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            channel: string;
                            bio: string;
                            hasAccount: boolean;
                            tags: string[];
                            contacts: {
                                kind: string;
                                masked: string;
                            }[];
                            fields: {
                                label: string;
                                value: string;
                            }[];
                            /** @description At most 10,000 are counted */
                            events: number;
                        };
                        moving: {
                            label: string;
                            rows: number;
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
    takeAMergeBack: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        reason: "phone" | "email" | "external" | "wechat" | "name" | "hand";
                        note: string;
                        double: {
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            /** Format: date-time */
                            joinedAt: string;
                        };
                        into: {
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            /** Format: date-time */
                            joinedAt: string;
                        };
                        /** Format: date-time */
                        mergedAt: string;
                        /** Format: date-time */
                        undoUntil: string;
                        /** Format: date-time */
                        undoneAt: string | null;
                        can: {
                            undo: boolean;
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
    listMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Part of a nickname, or something like it; or a whole contact point */
                q?: string;
                tag?: string;
                channel?: string;
                joinedFrom?: string;
                /** @description Not included */
                joinedTo?: string;
                activeWithinDays?: number;
                /** @description Looked after by this account, by the one who asks, or by nobody */
                owner?: ("me" | "none") | string;
                /** @description `key:value`, `key:from..to`, `key:*` for known and `key:-` for unknown; several with `|` */
                field?: string;
                /** @description Members of a segment */
                segment?: string;
                /** @description Members of a group */
                group?: string;
                /** @description Only these, at most 200 */
                ids?: string;
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
                                edit: boolean;
                                export: boolean;
                            };
                            owner: {
                                accountId: string;
                                name: string;
                            } | null;
                            fields: {
                                [key: string]: string | number | boolean | string[] | null;
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
    seeWhatAMemberDid: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Only events of these names, with commas between them */
                names?: string;
                kind?: "facts" | "behaviour";
                /** @description Only what happened before this moment */
                before?: string;
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
                            earlier: boolean;
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
    listWhatHappensInTheTimelineOfAMember: {
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
                        items: {
                            name: string;
                            label: string | null;
                            count: number;
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
                            earlier: boolean;
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
    seeFurtherDataAboutYourself: {
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
                            key: string;
                            label: string;
                            hint: string;
                            /** @enum {string} */
                            type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                            options: {
                                value: string;
                                label: string;
                            }[];
                            required: boolean;
                            necessary: boolean;
                            sensitive: boolean;
                            purpose: string;
                            value: string | number | boolean | string[] | null;
                            /** @enum {string|null} */
                            source: "member" | "operator" | "import" | "rule" | "system" | null;
                            /** Format: date-time */
                            setAt: string | null;
                            can: {
                                edit: boolean;
                            };
                        }[];
                        sensitiveAgreed: boolean;
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
    changeFurtherDataAboutYourself: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: string | number | boolean | string[] | null;
                    };
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
                            key: string;
                            label: string;
                            hint: string;
                            /** @enum {string} */
                            type: "text" | "number" | "choice" | "choices" | "date" | "day" | "region" | "money" | "flag";
                            options: {
                                value: string;
                                label: string;
                            }[];
                            required: boolean;
                            necessary: boolean;
                            sensitive: boolean;
                            purpose: string;
                            value: string | number | boolean | string[] | null;
                            /** @enum {string|null} */
                            source: "member" | "operator" | "import" | "rule" | "system" | null;
                            /** Format: date-time */
                            setAt: string | null;
                            can: {
                                edit: boolean;
                            };
                        }[];
                        sensitiveAgreed: boolean;
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
    seeTheTagsThatYouCarry: {
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
                            note: string;
                            /** @enum {string} */
                            source: "member" | "operator" | "import" | "rule" | "system";
                            /** Format: date-time */
                            addedAt: string;
                            can: {
                                remove: boolean;
                            };
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
    deleteATagAboutYourselfNobodyGivesItAgain: {
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
    seeWhetherACopyOfYourDataIsReady: {
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
                        /** @enum {string} */
                        state: "none" | "making" | "ready";
                        /** Format: date-time */
                        requestedAt: string | null;
                        /** Format: date-time */
                        readyAt: string | null;
                        url: string | null;
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
    askForACopyOfEverythingKeptAboutYou: {
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
                        state: "none" | "making" | "ready";
                        /** Format: date-time */
                        requestedAt: string | null;
                        /** Format: date-time */
                        readyAt: string | null;
                        url: string | null;
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
    makeACopyOfAMemberSDataWhichOnlyTheMemberCanFetch: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "making";
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
    seeFestivalsOwnDaysBirthdaysAndAnniversariesOfARangeOfDays: {
        parameters: {
            query?: {
                /** @description Default: today */
                from?: string;
                /** @description Default: 30 days on */
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
                        occasions: {
                            key: string;
                            name: string;
                            /** @enum {string} */
                            kind: "festival" | "shopping" | "own";
                            /** Format: date */
                            day: string;
                            lunar: string;
                            note: string;
                        }[];
                        people: {
                            /** Format: date */
                            day: string;
                            birthday: number;
                            anniversary: number;
                        }[];
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
    addADayOfTheBrandSOwn: {
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
                    /** @default  */
                    note?: string;
                    rule: string | {
                        /** @enum {string} */
                        calendar: "solar" | "lunar";
                        month: number;
                        day: number;
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
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
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
    listMembersWhoseBirthdayOrAnniversaryADayIs: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                day: string;
                what: "birthday" | "anniversary";
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
                            nickname: string;
                            avatarUrl: string | null;
                            years: number | null;
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
    seeWhichFestivalsAndOwnDaysTheBrandKeeps: {
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
                        festivals: {
                            key: string;
                            name: string;
                            kept: boolean;
                        }[];
                        own: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            note: string;
                            rule: string | {
                                /** @enum {string} */
                                calendar: "solar" | "lunar";
                                month: number;
                                day: number;
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
    removeADayOfTheBrandSOwn: {
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
    keepAFestivalOrPassOverIt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kept: boolean;
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
    seeWhatWaitsForYouTheMostPressingFirst: {
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
                            source: string;
                            key: string;
                            /** @enum {string} */
                            kind: "signal" | "overdue" | "approval" | "answer" | "task" | "care";
                            label: string;
                            title: string;
                            note: string;
                            points: string[];
                            trend: {
                                values: number[];
                                from: string;
                                to: string;
                                goal: number | null;
                                line: number | null;
                                unit: string;
                            } | null;
                            /** Format: date-time */
                            since: string | null;
                            /** Format: date-time */
                            dueAt: string | null;
                            first: boolean;
                            act: string;
                            path: string;
                            mine: boolean;
                            department: {
                                key: string;
                                name: string;
                            } | null;
                            taken: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                                /** Format: date-time */
                                at: string;
                                mine: boolean;
                            } | null;
                            looks: string;
                        }[];
                        counts: {
                            all: number;
                            signal: number;
                            overdue: number;
                            approval: number;
                            answer: number;
                            task: number;
                            care: number;
                        };
                        troubled: {
                            source: string;
                            label: string;
                        }[];
                        staleWith: string[];
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
    putItemsOfTodayOffDismissThemUntilTheyChangeTakeThemOrTakeThatBack: {
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
                    act: "snooze";
                    items: {
                        source: string;
                        key: string;
                    }[];
                    /** Format: date-time */
                    until: string;
                } | {
                    /** @enum {string} */
                    act: "dismiss";
                    items: {
                        source: string;
                        key: string;
                        looks: string;
                    }[];
                } | {
                    /** @enum {string} */
                    act: "restore" | "take" | "release";
                    items: {
                        source: string;
                        key: string;
                    }[];
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
                        count: number;
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
    seeYourWeekTasksThatAreDueMeetingsDaysOff: {
        parameters: {
            query?: {
                /** @description Any day of the week; today when left out */
                day?: string;
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
                        days: {
                            /** Format: date */
                            day: string;
                            works: boolean;
                            name: string | null;
                            items: {
                                /** @enum {string} */
                                kind: "task" | "department" | "meeting";
                                title: string;
                                /** Format: date-time */
                                at: string;
                                path: string;
                                done: boolean;
                            }[];
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
    listTasksAllOfTheTeamSOrForGuestsTheirOwn: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                owner?: string | ("me" | "none");
                /** @description Id of a row */
                department?: string;
                state?: "open" | "done" | "dropped" | "all";
                /** @description Due before now, tomorrow, next Monday */
                due?: "late" | "today" | "week";
                /** @description What it is about: `member:12` */
                object?: string;
                sort?: "due" | "-created";
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
                            title: string;
                            owner: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                                gone: boolean;
                            } | null;
                            department: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            parentId: string | null;
                            repeats: boolean;
                            /** Format: date-time */
                            dueAt: string | null;
                            late: boolean;
                            urgent: boolean;
                            object: {
                                kind: string;
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                                path: string | null;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            closed: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                outcome: "done" | "dropped";
                                note: string;
                            } | null;
                            steps: {
                                done: number;
                                total: number;
                            };
                            parts: {
                                done: number;
                                total: number;
                            };
                            can: {
                                edit: boolean;
                                assign: boolean;
                                close: boolean;
                                reopen: boolean;
                                comment: boolean;
                            };
                        }[];
                        next: string | null;
                        total: number | null;
                        can: {
                            create: boolean;
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
    makeATaskOrASeriesOfThem: {
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
                    title: string;
                    /** @default  */
                    detail?: string;
                    /**
                     * @description Whoever makes it when left out; null for nobody yet
                     * @example 42
                     */
                    ownerId?: string | null;
                    /**
                     * @description Id of a row
                     * @default null
                     * @example 42
                     */
                    departmentId?: string | null;
                    /**
                     * @description Id of a row
                     * @default null
                     * @example 42
                     */
                    parentId?: string | null;
                    /**
                     * Format: date-time
                     * @default null
                     */
                    dueAt?: string | null;
                    /** @default false */
                    urgent?: boolean;
                    /** @default  */
                    checkHow?: string;
                    /** @default null */
                    object?: {
                        kind: string;
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        name: string;
                        path: string;
                    } | null;
                    /** @default [] */
                    steps?: string[];
                    /** @description A rule of RFC 5545 without its name: `FREQ=WEEKLY;BYDAY=MO` */
                    repeat?: {
                        rule: string;
                        /** @default 3 */
                        leadDays?: number;
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
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
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
    seeWhatEachOfTheTeamHasOnTheDesk: {
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
                            /** @description Left or suspended, with work still open */
                            gone: boolean;
                            open: number;
                            late: number;
                            thisWeek: number;
                            /** @description In the last 28 days */
                            done: number;
                            inTime: number;
                        }[];
                        unowned: number;
                        can: {
                            handOver: boolean;
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
    giveOnePersonSOpenTasksToAnother: {
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
                     * @description Id of a row
                     * @example 42
                     */
                    from: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    to: string | null;
                    /** @description All open ones when left out */
                    taskIds?: string[];
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
                        count: number;
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
    seeATaskWithItsPartsChecklistAndHistory: {
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
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        title: string;
                        owner: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            gone: boolean;
                        } | null;
                        department: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        parentId: string | null;
                        repeats: boolean;
                        /** Format: date-time */
                        dueAt: string | null;
                        late: boolean;
                        urgent: boolean;
                        object: {
                            kind: string;
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            path: string | null;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                        } | null;
                        closed: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            outcome: "done" | "dropped";
                            note: string;
                        } | null;
                        steps: {
                            done: number;
                            total: number;
                        };
                        parts: {
                            done: number;
                            total: number;
                        };
                        can: {
                            edit: boolean;
                            assign: boolean;
                            close: boolean;
                            reopen: boolean;
                            comment: boolean;
                        };
                        detail: string;
                        checkHow: string;
                        parent: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            title: string;
                        } | null;
                        series: {
                            rule: string;
                            leadDays: number;
                            /** Format: date-time */
                            nextAt: string | null;
                            ended: boolean;
                        } | null;
                        checklist: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            text: string;
                            done: boolean;
                        }[];
                        tree: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            title: string;
                            owner: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                                gone: boolean;
                            } | null;
                            department: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            parentId: string | null;
                            repeats: boolean;
                            /** Format: date-time */
                            dueAt: string | null;
                            late: boolean;
                            urgent: boolean;
                            object: {
                                kind: string;
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                                path: string | null;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            closed: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                outcome: "done" | "dropped";
                                note: string;
                            } | null;
                            steps: {
                                done: number;
                                total: number;
                            };
                            parts: {
                                done: number;
                                total: number;
                            };
                            can: {
                                edit: boolean;
                                assign: boolean;
                                close: boolean;
                                reopen: boolean;
                                comment: boolean;
                            };
                        }[];
                        entries: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            /** @enum {string} */
                            kind: "comment" | "made" | "owner" | "due" | "changed" | "closed" | "reopened";
                            body: string;
                            from: string | null;
                            to: string | null;
                            author: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            at: string;
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
    changeATask: {
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
                    title?: string;
                    detail?: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    ownerId?: string | null;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    departmentId?: string | null;
                    /** Format: date-time */
                    dueAt?: string | null;
                    urgent?: boolean;
                    checkHow?: string;
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
    sayThatATaskIsDoneOrDropped: {
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
                    outcome: "done" | "dropped";
                    /** @default  */
                    note?: string;
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
    openATaskAgain: {
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
    letATaskComeNoMoreWhatIsThereStays: {
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
    saySomethingAboutATask: {
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
        requestBody: {
            content: {
                "application/json": {
                    body: string;
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
    addAStepToTheChecklist: {
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
        requestBody: {
            content: {
                "application/json": {
                    text: string;
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
    removeAStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                stepId: string;
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
    tickAStepOffOrSayItBetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    done?: boolean;
                    text?: string;
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
    listTheDepartmentsWithTheirPeopleAndEverybodyWhoCanBeGivenWork: {
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
                            key: string;
                            name: string;
                            focus: string;
                            lead: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            people: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                                roleKey: string | null;
                                roleName: string;
                            }[];
                            tasks: {
                                open: number;
                                late: number;
                            };
                        }[];
                        colleagues: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            roleKey: string | null;
                            roleName: string;
                        }[];
                        can: {
                            manage: boolean;
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
    makeADepartment: {
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
                    /** @default  */
                    focus?: string;
                    /**
                     * @description Id of a row
                     * @default null
                     * @example 42
                     */
                    leadId?: string | null;
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
    closeADepartmentThatHasNoOpenTasks: {
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
    changeADepartmentSNamePurposeOrLead: {
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
                    focus?: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    leadId?: string | null;
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
    sayWhoBelongsToADepartment: {
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
                    accountIds: string[];
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
    listExpertsAndPartnersWithWhatIsAgreed: {
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
                            /** @enum {string} */
                            role: "expert" | "partner";
                            /** Format: date-time */
                            joinedAt: string;
                            agreement: {
                                field: string;
                                organisation: string;
                                agreement: string;
                                keeper: {
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date */
                                endsOn: string | null;
                            } | null;
                        }[];
                        can: {
                            manage: boolean;
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
    writeDownWhatIsAgreedWithAnExpertOrAPartner: {
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
                    field: string;
                    /** @default  */
                    organisation?: string;
                    /** @default  */
                    agreement?: string;
                    /**
                     * @description Id of a row
                     * @default null
                     * @example 42
                     */
                    keeperId?: string | null;
                    /**
                     * Format: date
                     * @default null
                     */
                    endsOn?: string | null;
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
    readTheWorkingHoursAndTheDaysOfAYearThatAreDifferent: {
        parameters: {
            query?: {
                year?: number;
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
                        zone: string;
                        year: number;
                        hours: {
                            weekday: number;
                            opens: string;
                            closes: string;
                        }[];
                        followsHolidays: boolean;
                        holidaysKnownTo: number;
                        days: {
                            /** Format: date */
                            day: string;
                            name: string;
                            works: boolean;
                            own: boolean;
                            hours: {
                                opens: string;
                                closes: string;
                            } | null;
                        }[];
                        workingDays: number;
                        now: {
                            working: boolean;
                        };
                        can: {
                            manage: boolean;
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
    setTheWeeklyHoursAndWhetherPublicHolidaysAreFollowed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hours: {
                        weekday: number;
                        opens: string;
                        closes: string;
                    }[];
                    followsHolidays: boolean;
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
    sayHowOneDayIsWhateverTheWeekday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    works: boolean;
                    /** @default null */
                    hours?: {
                        opens: string;
                        closes: string;
                    } | null;
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
    letADayBeAsUsualAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
    seeWhenSoManyMinutesOfWorkingTimeHavePassed: {
        parameters: {
            query: {
                from?: string;
                minutes: number;
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
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        dueAt: string;
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
    listMeetingsTheLatestFirst: {
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
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            title: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            closedAt: string | null;
                            items: number;
                            tasks: number;
                        }[];
                        next: string | null;
                        can: {
                            manage: boolean;
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
    callAMeetingItsAgendaIsCollectedFromWhatIsOpen: {
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
                    title: string;
                    /** Format: date-time */
                    startsAt: string;
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
    seeAMeetingWithItsAgendaDecisionsAndMinutes: {
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
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        title: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        closedAt: string | null;
                        minutes: string;
                        items: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            /** @enum {string} */
                            origin: "task" | "work" | "hand";
                            text: string;
                            path: string | null;
                            department: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            } | null;
                            decision: string;
                            task: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                title: string;
                                closed: boolean;
                            } | null;
                        }[];
                        can: {
                            manage: boolean;
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
    writeTheMinutesMoveOrRenameAMeeting: {
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
                    title?: string;
                    /** Format: date-time */
                    startsAt?: string;
                    minutes?: string;
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
    closeAMeeting: {
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
    putSomethingOnTheAgenda: {
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
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /**
                     * @description Id of a row
                     * @default null
                     * @example 42
                     */
                    departmentId?: string | null;
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
    writeWhatWasDecided: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: string;
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
    turnAnItemIntoATask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    ownerId: string | null;
                    /**
                     * Format: date-time
                     * @default null
                     */
                    dueAt?: string | null;
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
    listTrainingsTheLatestFirstAndWhoHasLearnedWhat: {
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
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            topic: string;
                            /** @enum {string} */
                            skill: "content" | "events" | "data" | "service" | "other";
                            /** Format: date */
                            heldOn: string;
                            minutes: number;
                            trainer: string;
                            notes: string;
                            attendees: {
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                id: string;
                                name: string;
                            }[];
                        }[];
                        next: string | null;
                        coverage: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            last: {
                                /** Format: date */
                                content?: string;
                                /** Format: date */
                                events?: string;
                                /** Format: date */
                                data?: string;
                                /** Format: date */
                                service?: string;
                                /** Format: date */
                                other?: string;
                            };
                        }[] | null;
                        can: {
                            manage: boolean;
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
    writeATrainingDown: {
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
                    topic: string;
                    /** @enum {string} */
                    skill: "content" | "events" | "data" | "service" | "other";
                    /** Format: date */
                    heldOn: string;
                    minutes: number;
                    /** @default  */
                    trainer?: string;
                    /** @default  */
                    notes?: string;
                    /** @default [] */
                    attendees?: string[];
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
    removeATraining: {
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
    listEverythingThatConditionsCanAsk: {
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
                        fields: {
                            key: string;
                            label: string;
                            section: string;
                            /** @enum {string} */
                            type: "text" | "choice" | "choices" | "number" | "money" | "date" | "day" | "flag";
                            unit: string | null;
                            of: {
                                label: string;
                                options: {
                                    value: string;
                                    label: string;
                                }[];
                            } | null;
                            options: {
                                value: string;
                                label: string;
                            }[] | null;
                            searchable: boolean;
                        }[];
                        events: {
                            name: string;
                            label: string;
                            /** @enum {string} */
                            kind: "any" | "fact" | "behaviour";
                            properties: {
                                name: string;
                                label: string;
                                /** @enum {string} */
                                type: "text" | "number" | "flag";
                            }[];
                            recent: number | null;
                        }[];
                        tests: {
                            text?: string[];
                            choice?: string[];
                            choices?: string[];
                            number?: string[];
                            money?: string[];
                            date?: string[];
                            day?: string[];
                            flag?: string[];
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
    lookUpValuesOfAField: {
        parameters: {
            query: {
                field: string;
                text?: string;
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
                            value: string;
                            label: string;
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
    previewAConditionHowManyFitPartByPartAndSomeOfThem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /** @default 0 */
                    seed?: number;
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
                        sentence: {
                            text: string;
                            path: string | null;
                        }[];
                        total: number;
                        members: number;
                        share: number;
                        reachable: number | null;
                        nodes: {
                            path: string;
                            count: number;
                        }[];
                        steps: {
                            path: string | null;
                            label: string;
                            count: number;
                            excludes: boolean;
                        }[];
                        sample: {
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            fact: string | null;
                        }[];
                        ms: number;
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
    sayWhyAMemberFitsAConditionOrWhyNot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    memberId: string;
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
                        member: {
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                        };
                        explanation: components["schemas"]["Explanation"];
                        oneShort: number | null;
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
    listThePeopleBehindAPartOfACondition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    node?: string;
                    step?: number;
                    oneShort?: boolean;
                    cursor?: string;
                    /** @default 50 */
                    limit?: number;
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
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
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
    listSegments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Part of the name */
                q?: string;
                kind?: "dynamic" | "static";
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
                            name: string;
                            note: string;
                            /** @enum {string} */
                            kind: "dynamic" | "static";
                            /** @description Number of the definition in force; null for a list picked by hand */
                            version: number | null;
                            /** @description The definition in the caller’s language */
                            sentence: string | null;
                            members: number;
                            /** @description Sizes at the end of the last days on which it was computed, oldest first */
                            trend: number[];
                            /** @description Name of the account that made it */
                            createdBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            computedAt: string | null;
                            /** @description Computed from the definition in force */
                            current: boolean;
                            /** @description Code of the problem that the last computation met */
                            failure: string | null;
                            can: {
                                edit: boolean;
                                list: boolean;
                                remove: boolean;
                                export: boolean;
                            };
                        }[];
                        next: string | null;
                        /** @description On the first page only */
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
    makeASegment: {
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
                    /** @default  */
                    note?: string;
                    /** @enum {string} */
                    kind: "dynamic" | "static";
                    definition?: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /**
                     * @description For a list: the segment whose members it keeps as they are now
                     * @example 42
                     */
                    from?: string;
                    /** @description For a list: who is on it */
                    members?: string[];
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
                        name: string;
                        note: string;
                        /** @enum {string} */
                        kind: "dynamic" | "static";
                        /** @description Number of the definition in force; null for a list picked by hand */
                        version: number | null;
                        /** @description The definition in the caller’s language */
                        sentence: string | null;
                        members: number;
                        /** @description Sizes at the end of the last days on which it was computed, oldest first */
                        trend: number[];
                        /** @description Name of the account that made it */
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        computedAt: string | null;
                        /** @description Computed from the definition in force */
                        current: boolean;
                        /** @description Code of the problem that the last computation met */
                        failure: string | null;
                        can: {
                            edit: boolean;
                            list: boolean;
                            remove: boolean;
                            export: boolean;
                        };
                        definition: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        } | null;
                        /** @description How many definitions it has had */
                        versions: number;
                        computedMs: number | null;
                        today: {
                            entered: number;
                            left: number;
                        };
                        /** @description Members at the end of the last day before today; null when unknown */
                        yesterday: number | null;
                        /** @description What asks for it; while anything does, it cannot be removed */
                        uses: {
                            by: string;
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            path: string;
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
    seeASegment: {
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
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        name: string;
                        note: string;
                        /** @enum {string} */
                        kind: "dynamic" | "static";
                        /** @description Number of the definition in force; null for a list picked by hand */
                        version: number | null;
                        /** @description The definition in the caller’s language */
                        sentence: string | null;
                        members: number;
                        /** @description Sizes at the end of the last days on which it was computed, oldest first */
                        trend: number[];
                        /** @description Name of the account that made it */
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        computedAt: string | null;
                        /** @description Computed from the definition in force */
                        current: boolean;
                        /** @description Code of the problem that the last computation met */
                        failure: string | null;
                        can: {
                            edit: boolean;
                            list: boolean;
                            remove: boolean;
                            export: boolean;
                        };
                        definition: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        } | null;
                        /** @description How many definitions it has had */
                        versions: number;
                        computedMs: number | null;
                        today: {
                            entered: number;
                            left: number;
                        };
                        /** @description Members at the end of the last day before today; null when unknown */
                        yesterday: number | null;
                        /** @description What asks for it; while anything does, it cannot be removed */
                        uses: {
                            by: string;
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            path: string;
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
    removeASegment: {
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
    changeASegment: {
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
                    note?: string;
                    definition?: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /** @description The version that you saw: when it is another by now, nothing is changed */
                    seenVersion?: number | null;
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
                        note: string;
                        /** @enum {string} */
                        kind: "dynamic" | "static";
                        /** @description Number of the definition in force; null for a list picked by hand */
                        version: number | null;
                        /** @description The definition in the caller’s language */
                        sentence: string | null;
                        members: number;
                        /** @description Sizes at the end of the last days on which it was computed, oldest first */
                        trend: number[];
                        /** @description Name of the account that made it */
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        computedAt: string | null;
                        /** @description Computed from the definition in force */
                        current: boolean;
                        /** @description Code of the problem that the last computation met */
                        failure: string | null;
                        can: {
                            edit: boolean;
                            list: boolean;
                            remove: boolean;
                            export: boolean;
                        };
                        definition: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        } | null;
                        /** @description How many definitions it has had */
                        versions: number;
                        computedMs: number | null;
                        today: {
                            entered: number;
                            left: number;
                        };
                        /** @description Members at the end of the last day before today; null when unknown */
                        yesterday: number | null;
                        /** @description What asks for it; while anything does, it cannot be removed */
                        uses: {
                            by: string;
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            path: string;
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
    listSegmentsToBeginWith: {
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
                            key: string;
                            name: string;
                            note: string;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            sentence: string;
                        }[];
                        /** @description Presets that need a field which this community does not have */
                        missing: string[];
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
    listWhoIsInASegment: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            /**
                             * Format: date-time
                             * @description In the segment since
                             */
                            since: string;
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
    putMembersOnAListOrTakeThemOff: {
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
        requestBody: {
            content: {
                "application/json": {
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
    seeHowBigASegmentWasDayByDay: {
        parameters: {
            query?: {
                days?: number;
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
                            /** Format: date */
                            day: string;
                            members: number;
                            entered: number;
                            left: number;
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
    seeHowSegmentsOverlap: {
        parameters: {
            query: {
                /** @description Two to eight ids, with commas */
                ids: string;
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
                        segments: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            members: number;
                        }[];
                        /** @description Members of at least one */
                        together: number;
                        /** @description Members of exactly these segments, by their places */
                        parts: {
                            of: number[];
                            members: number;
                        }[];
                        /** @description Members of both, by places; the diagonal is the size */
                        both: number[][];
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
    listTheSegmentsThatAMemberIsIn: {
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
                        items: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "dynamic" | "static";
                            /** Format: date-time */
                            since: string;
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
    listTheDefinitionsThatASegmentHasHad: {
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
                        items: {
                            number: number;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            sentence: string;
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: string | null;
                            restoredFrom: number | null;
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
    makeAnEarlierDefinitionTheCurrentOneAgain: {
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
                    number: number;
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
                        note: string;
                        /** @enum {string} */
                        kind: "dynamic" | "static";
                        /** @description Number of the definition in force; null for a list picked by hand */
                        version: number | null;
                        /** @description The definition in the caller’s language */
                        sentence: string | null;
                        members: number;
                        /** @description Sizes at the end of the last days on which it was computed, oldest first */
                        trend: number[];
                        /** @description Name of the account that made it */
                        createdBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        computedAt: string | null;
                        /** @description Computed from the definition in force */
                        current: boolean;
                        /** @description Code of the problem that the last computation met */
                        failure: string | null;
                        can: {
                            edit: boolean;
                            list: boolean;
                            remove: boolean;
                            export: boolean;
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
    bringASegmentUpToDateNow: {
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
    listTagRules: {
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
                            tag: string;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            sentence: string;
                            active: boolean;
                            /** @description Whether who fits no more loses the tag */
                            takesAway: boolean;
                            /** @description How many carry the tag because of the rule */
                            members: number;
                            createdBy: string | null;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            computedAt: string | null;
                            failure: string | null;
                            can: {
                                edit: boolean;
                            };
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
    makeATagRule: {
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
                    tag: string;
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /** @default true */
                    takesAway?: boolean;
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
                        tag: string;
                        definition: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        };
                        sentence: string;
                        active: boolean;
                        /** @description Whether who fits no more loses the tag */
                        takesAway: boolean;
                        /** @description How many carry the tag because of the rule */
                        members: number;
                        createdBy: string | null;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        computedAt: string | null;
                        failure: string | null;
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
    seeATagRule: {
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
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id: string;
                        tag: string;
                        definition: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        };
                        sentence: string;
                        active: boolean;
                        /** @description Whether who fits no more loses the tag */
                        takesAway: boolean;
                        /** @description How many carry the tag because of the rule */
                        members: number;
                        createdBy: string | null;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        computedAt: string | null;
                        failure: string | null;
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
    removeATagRuleItsTagsStay: {
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
    changePauseOrResumeATagRule: {
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
                    definition?: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    active?: boolean;
                    takesAway?: boolean;
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
                        tag: string;
                        definition: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        };
                        sentence: string;
                        active: boolean;
                        /** @description Whether who fits no more loses the tag */
                        takesAway: boolean;
                        /** @description How many carry the tag because of the rule */
                        members: number;
                        createdBy: string | null;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        computedAt: string | null;
                        failure: string | null;
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
    applyATagRuleNow: {
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
    readAnRfmModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "purchase" | "contribution";
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
                        /** @enum {string} */
                        kind: "purchase" | "contribution";
                        inForce: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                windowDays: number | null;
                                recency: {
                                    events: string[];
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                frequency: {
                                    events: string[];
                                    /** @enum {string} */
                                    per: "event" | "day";
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                amount: {
                                    parts: {
                                        event: string;
                                        /** @enum {string} */
                                        of: "count" | "value";
                                        weight: number;
                                    }[];
                                    /** @enum {string} */
                                    unit: "money" | "points";
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                tiers: {
                                    important_value?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_value?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_develop?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_develop?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_keep?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_keep?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_retain?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_retain?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    none?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                };
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            /** @description Name of who saved or published it; empty: shipped with the product */
                            by: string;
                        };
                        draft: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                windowDays: number | null;
                                recency: {
                                    events: string[];
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                frequency: {
                                    events: string[];
                                    /** @enum {string} */
                                    per: "event" | "day";
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                amount: {
                                    parts: {
                                        event: string;
                                        /** @enum {string} */
                                        of: "count" | "value";
                                        weight: number;
                                    }[];
                                    /** @enum {string} */
                                    unit: "money" | "points";
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                tiers: {
                                    important_value?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_value?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_develop?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_develop?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_keep?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_keep?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_retain?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_retain?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    none?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                };
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            /** @description Name of who saved or published it; empty: shipped with the product */
                            by: string;
                        } | null;
                        versions: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                windowDays: number | null;
                                recency: {
                                    events: string[];
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                frequency: {
                                    events: string[];
                                    /** @enum {string} */
                                    per: "event" | "day";
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                amount: {
                                    parts: {
                                        event: string;
                                        /** @enum {string} */
                                        of: "count" | "value";
                                        weight: number;
                                    }[];
                                    /** @enum {string} */
                                    unit: "money" | "points";
                                    cut: {
                                        /** @enum {string} */
                                        mode: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        mode: "mean" | "median";
                                    } | {
                                        /** @enum {string} */
                                        mode: "quintile";
                                        from: number;
                                    };
                                };
                                tiers: {
                                    important_value?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_value?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_develop?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_develop?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_keep?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_keep?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    important_retain?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    general_retain?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                    none?: {
                                        name?: string;
                                        strategy?: string;
                                    };
                                };
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            /** @description Name of who saved or published it; empty: shipped with the product */
                            by: string;
                        }[];
                        tiers: {
                            /** @enum {string} */
                            key: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain" | "none";
                            name: string;
                            fixedName: string;
                            strategy: string;
                        }[];
                        /** @description The last time that it was kept where everybody stands */
                        run: {
                            /** Format: date */
                            asOf: string;
                            /** Format: date-time */
                            computedAt: string;
                            moved: number;
                        } | null;
                        /** @description Names of events to choose from */
                        events: string[];
                        can: {
                            edit: boolean;
                            compute: boolean;
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
    readHowManyStandWhereByRfmOnADay: {
        parameters: {
            query?: {
                /** @description Default: today */
                asOf?: string;
            };
            header?: never;
            path: {
                kind: "purchase" | "contribution";
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
                        /** Format: date */
                        asOf: string;
                        /** @description All members of the community */
                        members: number;
                        measured: number;
                        cutOffs: {
                            recency: {
                                cut: number;
                                mean: number;
                                median: number;
                                /** @description 20 %, 40 %, 60 %, 80 % of those measured are at or below */
                                fifths: number[];
                            };
                            frequency: {
                                cut: number;
                                mean: number;
                                median: number;
                                /** @description 20 %, 40 %, 60 %, 80 % of those measured are at or below */
                                fifths: number[];
                            };
                            amount: {
                                cut: number;
                                mean: number;
                                median: number;
                                /** @description 20 %, 40 %, 60 %, 80 % of those measured are at or below */
                                fifths: number[];
                            };
                        };
                        cells: {
                            /** @enum {string} */
                            tier: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain";
                            r: number;
                            f: number;
                            m: number;
                            members: number;
                            /** @description What they amount to together: minor units or points */
                            amount: number;
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
    tryAnRfmModelWithoutKeepingIt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "purchase" | "contribution";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        windowDays: number | null;
                        recency: {
                            events: string[];
                            cut: {
                                /** @enum {string} */
                                mode: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                mode: "mean" | "median";
                            } | {
                                /** @enum {string} */
                                mode: "quintile";
                                from: number;
                            };
                        };
                        frequency: {
                            events: string[];
                            /** @enum {string} */
                            per: "event" | "day";
                            cut: {
                                /** @enum {string} */
                                mode: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                mode: "mean" | "median";
                            } | {
                                /** @enum {string} */
                                mode: "quintile";
                                from: number;
                            };
                        };
                        amount: {
                            parts: {
                                event: string;
                                /** @enum {string} */
                                of: "count" | "value";
                                weight: number;
                            }[];
                            /** @enum {string} */
                            unit: "money" | "points";
                            cut: {
                                /** @enum {string} */
                                mode: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                mode: "mean" | "median";
                            } | {
                                /** @enum {string} */
                                mode: "quintile";
                                from: number;
                            };
                        };
                        tiers: {
                            important_value?: {
                                name?: string;
                                strategy?: string;
                            };
                            general_value?: {
                                name?: string;
                                strategy?: string;
                            };
                            important_develop?: {
                                name?: string;
                                strategy?: string;
                            };
                            general_develop?: {
                                name?: string;
                                strategy?: string;
                            };
                            important_keep?: {
                                name?: string;
                                strategy?: string;
                            };
                            general_keep?: {
                                name?: string;
                                strategy?: string;
                            };
                            important_retain?: {
                                name?: string;
                                strategy?: string;
                            };
                            general_retain?: {
                                name?: string;
                                strategy?: string;
                            };
                            none?: {
                                name?: string;
                                strategy?: string;
                            };
                        };
                    };
                    /** Format: date */
                    asOf?: string;
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
                        /** Format: date */
                        asOf: string;
                        /** @description All members of the community */
                        members: number;
                        measured: number;
                        cutOffs: {
                            recency: {
                                cut: number;
                                mean: number;
                                median: number;
                                /** @description 20 %, 40 %, 60 %, 80 % of those measured are at or below */
                                fifths: number[];
                            };
                            frequency: {
                                cut: number;
                                mean: number;
                                median: number;
                                /** @description 20 %, 40 %, 60 %, 80 % of those measured are at or below */
                                fifths: number[];
                            };
                            amount: {
                                cut: number;
                                mean: number;
                                median: number;
                                /** @description 20 %, 40 %, 60 %, 80 % of those measured are at or below */
                                fifths: number[];
                            };
                        };
                        cells: {
                            /** @enum {string} */
                            tier: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain";
                            r: number;
                            f: number;
                            m: number;
                            members: number;
                            /** @description What they amount to together: minor units or points */
                            amount: number;
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
    readHowMembersMovedBetweenTiers: {
        parameters: {
            query: {
                from: string;
                to?: string;
            };
            header?: never;
            path: {
                kind: "purchase" | "contribution";
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
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        moves: {
                            /** @enum {string} */
                            from: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain" | "none";
                            /** @enum {string} */
                            to: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain" | "none";
                            members: number;
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
    listMembersBehindANumberOfRfm: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                asOf?: string;
                tier?: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain";
                r?: number;
                f?: number;
                m?: number;
                /** @description Only those that stood in `beforeTier` on this day */
                before?: string;
                beforeTier?: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain" | "none";
            };
            header?: never;
            path: {
                kind: "purchase" | "contribution";
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
                            member: {
                                id: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            /** @enum {string} */
                            tier: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain";
                            /** @description Days */
                            recency: number;
                            frequency: number;
                            amount: number;
                            r: number;
                            f: number;
                            m: number;
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
    saveTheDraftOfAnRfmModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "purchase" | "contribution";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        windowDays: number | null;
                        recency: {
                            events: string[];
                            cut: {
                                /** @enum {string} */
                                mode: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                mode: "mean" | "median";
                            } | {
                                /** @enum {string} */
                                mode: "quintile";
                                from: number;
                            };
                        };
                        frequency: {
                            events: string[];
                            /** @enum {string} */
                            per: "event" | "day";
                            cut: {
                                /** @enum {string} */
                                mode: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                mode: "mean" | "median";
                            } | {
                                /** @enum {string} */
                                mode: "quintile";
                                from: number;
                            };
                        };
                        amount: {
                            parts: {
                                event: string;
                                /** @enum {string} */
                                of: "count" | "value";
                                weight: number;
                            }[];
                            /** @enum {string} */
                            unit: "money" | "points";
                            cut: {
                                /** @enum {string} */
                                mode: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                mode: "mean" | "median";
                            } | {
                                /** @enum {string} */
                                mode: "quintile";
                                from: number;
                            };
                        };
                        tiers: {
                            important_value?: {
                                name?: string;
                                strategy?: string;
                            };
                            general_value?: {
                                name?: string;
                                strategy?: string;
                            };
                            important_develop?: {
                                name?: string;
                                strategy?: string;
                            };
                            general_develop?: {
                                name?: string;
                                strategy?: string;
                            };
                            important_keep?: {
                                name?: string;
                                strategy?: string;
                            };
                            general_keep?: {
                                name?: string;
                                strategy?: string;
                            };
                            important_retain?: {
                                name?: string;
                                strategy?: string;
                            };
                            general_retain?: {
                                name?: string;
                                strategy?: string;
                            };
                            none?: {
                                name?: string;
                                strategy?: string;
                            };
                        };
                    };
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
    throwTheDraftOfAnRfmModelAway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "purchase" | "contribution";
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
    putTheDraftOfAnRfmModelInForce: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "purchase" | "contribution";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
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
                        number: number;
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
    computeRfmNow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "purchase" | "contribution";
            };
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
    seeWhereAMemberStandsByRfmAndWhy: {
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
                        items: {
                            /** @enum {string} */
                            kind: "purchase" | "contribution";
                            /** @enum {string} */
                            unit: "money" | "points";
                            tier: {
                                /** @enum {string} */
                                key: "important_value" | "general_value" | "important_develop" | "general_develop" | "important_keep" | "general_keep" | "important_retain" | "general_retain";
                                name: string;
                            };
                            /** Format: date */
                            since: string;
                            /** Format: date */
                            asOf: string;
                            recency: {
                                value: number;
                                score: number;
                                cut: number;
                                /** @description On the good side of the cut-off: near, often, much */
                                high: boolean;
                            };
                            frequency: {
                                value: number;
                                score: number;
                                cut: number;
                                /** @description On the good side of the cut-off: near, often, much */
                                high: boolean;
                            };
                            amount: {
                                value: number;
                                score: number;
                                cut: number;
                                /** @description On the good side of the cut-off: near, often, much */
                                high: boolean;
                            };
                            changes: {
                                /** Format: date */
                                day: string;
                                from: string | null;
                                to: string | null;
                            }[];
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
    listModelsOfTheLifeCycle: {
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
                            note: string;
                            number: number;
                            drafted: boolean;
                            stages: {
                                key: string;
                                name: string;
                                /** @enum {string} */
                                phase: "acquisition" | "value" | "retention";
                                when: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                /** @description The condition in words */
                                sentence: string;
                                next: string[];
                                strategy: string;
                            }[];
                            run: {
                                /** Format: date */
                                asOf: string;
                                /** Format: date-time */
                                computedAt: string;
                                moved: number;
                                counts: {
                                    [key: string]: number;
                                };
                            } | null;
                            can: {
                                edit: boolean;
                                archive: boolean;
                            };
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
    makeAModelForATypeOfUser: {
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
                    /** @default  */
                    note?: string;
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        who: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        };
                        stages: {
                            key: string;
                            name?: string;
                            /** @enum {string} */
                            phase: "acquisition" | "value" | "retention";
                            when: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            next: string[];
                            strategy?: string;
                        }[];
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
                        note: string;
                        number: number;
                        drafted: boolean;
                        stages: {
                            key: string;
                            name: string;
                            /** @enum {string} */
                            phase: "acquisition" | "value" | "retention";
                            when: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            /** @description The condition in words */
                            sentence: string;
                            next: string[];
                            strategy: string;
                        }[];
                        run: {
                            /** Format: date */
                            asOf: string;
                            /** Format: date-time */
                            computedAt: string;
                            moved: number;
                            counts: {
                                [key: string]: number;
                            };
                        } | null;
                        can: {
                            edit: boolean;
                            archive: boolean;
                        };
                        /** @description Whose life it is, in words */
                        who: string;
                        inForce: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                stages: {
                                    key: string;
                                    name?: string;
                                    /** @enum {string} */
                                    phase: "acquisition" | "value" | "retention";
                                    when: {
                                        /** @enum {number} */
                                        version: 1;
                                        who: components["schemas"]["Condition"];
                                    };
                                    next: string[];
                                    strategy?: string;
                                }[];
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            by: string;
                        };
                        draft: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                stages: {
                                    key: string;
                                    name?: string;
                                    /** @enum {string} */
                                    phase: "acquisition" | "value" | "retention";
                                    when: {
                                        /** @enum {number} */
                                        version: 1;
                                        who: components["schemas"]["Condition"];
                                    };
                                    next: string[];
                                    strategy?: string;
                                }[];
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            by: string;
                        } | null;
                        versions: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                stages: {
                                    key: string;
                                    name?: string;
                                    /** @enum {string} */
                                    phase: "acquisition" | "value" | "retention";
                                    when: {
                                        /** @enum {number} */
                                        version: 1;
                                        who: components["schemas"]["Condition"];
                                    };
                                    next: string[];
                                    strategy?: string;
                                }[];
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            by: string;
                        }[];
                        /** @description The last 90 days on which it was computed */
                        sizes: {
                            /** Format: date */
                            day: string;
                            counts: {
                                [key: string]: number;
                            };
                            moved: number;
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
    listRuleSetsToBeginWith: {
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
                            key: string;
                            name: string;
                            note: string;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                stages: {
                                    key: string;
                                    name?: string;
                                    /** @enum {string} */
                                    phase: "acquisition" | "value" | "retention";
                                    when: {
                                        /** @enum {number} */
                                        version: 1;
                                        who: components["schemas"]["Condition"];
                                    };
                                    next: string[];
                                    strategy?: string;
                                }[];
                            };
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
    seeAModelOfTheLifeCycle: {
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
                        name: string;
                        note: string;
                        number: number;
                        drafted: boolean;
                        stages: {
                            key: string;
                            name: string;
                            /** @enum {string} */
                            phase: "acquisition" | "value" | "retention";
                            when: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            /** @description The condition in words */
                            sentence: string;
                            next: string[];
                            strategy: string;
                        }[];
                        run: {
                            /** Format: date */
                            asOf: string;
                            /** Format: date-time */
                            computedAt: string;
                            moved: number;
                            counts: {
                                [key: string]: number;
                            };
                        } | null;
                        can: {
                            edit: boolean;
                            archive: boolean;
                        };
                        /** @description Whose life it is, in words */
                        who: string;
                        inForce: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                stages: {
                                    key: string;
                                    name?: string;
                                    /** @enum {string} */
                                    phase: "acquisition" | "value" | "retention";
                                    when: {
                                        /** @enum {number} */
                                        version: 1;
                                        who: components["schemas"]["Condition"];
                                    };
                                    next: string[];
                                    strategy?: string;
                                }[];
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            by: string;
                        };
                        draft: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                stages: {
                                    key: string;
                                    name?: string;
                                    /** @enum {string} */
                                    phase: "acquisition" | "value" | "retention";
                                    when: {
                                        /** @enum {number} */
                                        version: 1;
                                        who: components["schemas"]["Condition"];
                                    };
                                    next: string[];
                                    strategy?: string;
                                }[];
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            by: string;
                        } | null;
                        versions: {
                            number: number | null;
                            definition: {
                                /** @enum {number} */
                                version: 1;
                                who: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                stages: {
                                    key: string;
                                    name?: string;
                                    /** @enum {string} */
                                    phase: "acquisition" | "value" | "retention";
                                    when: {
                                        /** @enum {number} */
                                        version: 1;
                                        who: components["schemas"]["Condition"];
                                    };
                                    next: string[];
                                    strategy?: string;
                                }[];
                            };
                            note: string;
                            /** Format: date-time */
                            at: string | null;
                            by: string;
                        }[];
                        /** @description The last 90 days on which it was computed */
                        sizes: {
                            /** Format: date */
                            day: string;
                            counts: {
                                [key: string]: number;
                            };
                            moved: number;
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
    putAModelOfTheLifeCycleAway: {
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
    saveTheDraftOfALifeCycle: {
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
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        who: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        };
                        stages: {
                            key: string;
                            name?: string;
                            /** @enum {string} */
                            phase: "acquisition" | "value" | "retention";
                            when: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            next: string[];
                            strategy?: string;
                        }[];
                    };
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
    throwTheDraftOfALifeCycleAway: {
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
    putTheDraftOfALifeCycleInForce: {
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
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
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
                        number: number;
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
    tryALifeCycleWithoutKeepingIt: {
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
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        /** @enum {number} */
                        version: 1;
                        who: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        };
                        stages: {
                            key: string;
                            name?: string;
                            /** @enum {string} */
                            phase: "acquisition" | "value" | "retention";
                            when: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            next: string[];
                            strategy?: string;
                        }[];
                    };
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
                        members: number;
                        /** @description Who would be in another stage than now */
                        moved: number;
                        counts: {
                            [key: string]: number;
                        };
                        stages: {
                            key: string;
                            name: string;
                            /** @enum {string} */
                            phase: "acquisition" | "value" | "retention";
                            when: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            /** @description The condition in words */
                            sentence: string;
                            next: string[];
                            strategy: string;
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
    computeStagesOfLifeNow: {
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
    readHowMembersMovedBetweenStages: {
        parameters: {
            query: {
                /** @description Moves after this day, until the last computation */
                after: string;
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
                        /** Format: date */
                        after: string;
                        flow: {
                            from: string | null;
                            to: string | null;
                            members: number;
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
    listMembersInAStageOfLife: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                stage?: string;
                /** @description With `from`: only who was there on this day and is elsewhere now */
                after?: string;
                /** @description A stage, or - for nowhere yet */
                from?: string;
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
                            member: {
                                id: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            stage: string;
                            /** Format: date */
                            since: string;
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
    seeInWhichStageOfLifeAMemberIsAndWhy: {
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
                        items: {
                            model: {
                                id: string;
                                name: string;
                            };
                            stage: {
                                key: string;
                                name: string;
                            };
                            /** Format: date */
                            since: string;
                            order: {
                                key: string;
                                name: string;
                            }[];
                            /** @description The stage and those that can be reached from it */
                            around: {
                                key: string;
                                name: string;
                                here: boolean;
                                met: boolean;
                                reasons: {
                                    path: string;
                                    depth: number;
                                    /** @enum {string} */
                                    kind: "all" | "any" | "not" | "field" | "event" | "sequence" | "segment";
                                    met: boolean;
                                    says: string;
                                    evidence: string | null;
                                    progress: {
                                        actual: number;
                                        needed: number;
                                    } | null;
                                }[];
                            }[];
                            changes: {
                                /** Format: date */
                                day: string;
                                from: string | null;
                                to: string | null;
                            }[];
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
    listGroups: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Part of the name */
                q?: string;
                kind?: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                /** @description Key of a tier */
                tier?: string;
                state?: "open" | "archived";
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
                            slug: string;
                            name: string;
                            glyph: string;
                            /** @enum {string} */
                            colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                            pictureUrl: string | null;
                            summary: string;
                            coverUrl: string | null;
                            pictureFileId: string | null;
                            coverFileId: string | null;
                            /** @enum {string} */
                            kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                            /** @enum {string|null} */
                            template: "tool" | "content" | "service" | "goods" | null;
                            tier: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            };
                            forWhom: string;
                            situation: string;
                            /** @enum {string|null} */
                            coreValue: "offers" | "expertise" | "links" | null;
                            valuePromise: string;
                            /** @enum {string|null} */
                            connection: "distributed" | "pyramid" | null;
                            brandScenario: string;
                            industry: string;
                            city: string;
                            interestTag: string | null;
                            /** @enum {string} */
                            visibility: "public" | "unlisted" | "private";
                            capacity: number | null;
                            memberCount: number;
                            waiting: number;
                            toReview: number;
                            rulesVersion: number | null;
                            /** @description Kinds of its admission steps in order; none: open */
                            ways: string[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            archivedAt: string | null;
                            archiveReason: string | null;
                            can: {
                                edit: boolean;
                                members: boolean;
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
    createAGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once; this operation refuses to work without one (428) */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    slug?: string;
                    name: string;
                    summary?: string;
                    /** @description The letter on its house */
                    glyph?: string;
                    /** @enum {string} */
                    colour?: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    pictureFileId?: string | null;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    coverFileId?: string | null;
                    /** @enum {string} */
                    kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                    /**
                     * @description Kind of product it stands beside (S0-03)
                     * @enum {string|null}
                     */
                    template?: "tool" | "content" | "service" | "goods" | null;
                    /**
                     * @description Tier of the community on which the group stands
                     * @example 42
                     */
                    tierId?: string;
                    forWhom?: string;
                    situation?: string;
                    /** @enum {string|null} */
                    coreValue?: "offers" | "expertise" | "links" | null;
                    valuePromise?: string;
                    /** @enum {string|null} */
                    connection?: "distributed" | "pyramid" | null;
                    brandScenario?: string;
                    industry?: string;
                    city?: string;
                    interestTag?: string | null;
                    /** @enum {string} */
                    visibility?: "public" | "unlisted" | "private";
                    capacity?: number | null;
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
                        slug: string;
                        name: string;
                        glyph: string;
                        /** @enum {string} */
                        colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                        pictureUrl: string | null;
                        summary: string;
                        coverUrl: string | null;
                        pictureFileId: string | null;
                        coverFileId: string | null;
                        /** @enum {string} */
                        kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                        /** @enum {string|null} */
                        template: "tool" | "content" | "service" | "goods" | null;
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        };
                        forWhom: string;
                        situation: string;
                        /** @enum {string|null} */
                        coreValue: "offers" | "expertise" | "links" | null;
                        valuePromise: string;
                        /** @enum {string|null} */
                        connection: "distributed" | "pyramid" | null;
                        brandScenario: string;
                        industry: string;
                        city: string;
                        interestTag: string | null;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "private";
                        capacity: number | null;
                        memberCount: number;
                        waiting: number;
                        toReview: number;
                        rulesVersion: number | null;
                        /** @description Kinds of its admission steps in order; none: open */
                        ways: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        archivedAt: string | null;
                        archiveReason: string | null;
                        can: {
                            edit: boolean;
                            members: boolean;
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
    listTheTiersOfTheCommunity: {
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
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                            groups: number;
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
    seeAGroup: {
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
                        slug: string;
                        name: string;
                        glyph: string;
                        /** @enum {string} */
                        colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                        pictureUrl: string | null;
                        summary: string;
                        coverUrl: string | null;
                        pictureFileId: string | null;
                        coverFileId: string | null;
                        /** @enum {string} */
                        kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                        /** @enum {string|null} */
                        template: "tool" | "content" | "service" | "goods" | null;
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        };
                        forWhom: string;
                        situation: string;
                        /** @enum {string|null} */
                        coreValue: "offers" | "expertise" | "links" | null;
                        valuePromise: string;
                        /** @enum {string|null} */
                        connection: "distributed" | "pyramid" | null;
                        brandScenario: string;
                        industry: string;
                        city: string;
                        interestTag: string | null;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "private";
                        capacity: number | null;
                        memberCount: number;
                        waiting: number;
                        toReview: number;
                        rulesVersion: number | null;
                        /** @description Kinds of its admission steps in order; none: open */
                        ways: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        archivedAt: string | null;
                        archiveReason: string | null;
                        can: {
                            edit: boolean;
                            members: boolean;
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
    changeAGroup: {
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
                    slug?: string;
                    name?: string;
                    summary?: string;
                    /** @description The letter on its house */
                    glyph?: string;
                    /** @enum {string} */
                    colour?: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    pictureFileId?: string | null;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    coverFileId?: string | null;
                    /** @enum {string} */
                    kind?: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                    /**
                     * @description Kind of product it stands beside (S0-03)
                     * @enum {string|null}
                     */
                    template?: "tool" | "content" | "service" | "goods" | null;
                    /**
                     * @description Tier of the community on which the group stands
                     * @example 42
                     */
                    tierId?: string;
                    forWhom?: string;
                    situation?: string;
                    /** @enum {string|null} */
                    coreValue?: "offers" | "expertise" | "links" | null;
                    valuePromise?: string;
                    /** @enum {string|null} */
                    connection?: "distributed" | "pyramid" | null;
                    brandScenario?: string;
                    industry?: string;
                    city?: string;
                    interestTag?: string | null;
                    /** @enum {string} */
                    visibility?: "public" | "unlisted" | "private";
                    capacity?: number | null;
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
                        slug: string;
                        name: string;
                        glyph: string;
                        /** @enum {string} */
                        colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                        pictureUrl: string | null;
                        summary: string;
                        coverUrl: string | null;
                        pictureFileId: string | null;
                        coverFileId: string | null;
                        /** @enum {string} */
                        kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                        /** @enum {string|null} */
                        template: "tool" | "content" | "service" | "goods" | null;
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        };
                        forWhom: string;
                        situation: string;
                        /** @enum {string|null} */
                        coreValue: "offers" | "expertise" | "links" | null;
                        valuePromise: string;
                        /** @enum {string|null} */
                        connection: "distributed" | "pyramid" | null;
                        brandScenario: string;
                        industry: string;
                        city: string;
                        interestTag: string | null;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "private";
                        capacity: number | null;
                        memberCount: number;
                        waiting: number;
                        toReview: number;
                        rulesVersion: number | null;
                        /** @description Kinds of its admission steps in order; none: open */
                        ways: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        archivedAt: string | null;
                        archiveReason: string | null;
                        can: {
                            edit: boolean;
                            members: boolean;
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
    archiveAGroupNobodyComesInEverythingStays: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        name: string;
                        glyph: string;
                        /** @enum {string} */
                        colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                        pictureUrl: string | null;
                        summary: string;
                        coverUrl: string | null;
                        pictureFileId: string | null;
                        coverFileId: string | null;
                        /** @enum {string} */
                        kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                        /** @enum {string|null} */
                        template: "tool" | "content" | "service" | "goods" | null;
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        };
                        forWhom: string;
                        situation: string;
                        /** @enum {string|null} */
                        coreValue: "offers" | "expertise" | "links" | null;
                        valuePromise: string;
                        /** @enum {string|null} */
                        connection: "distributed" | "pyramid" | null;
                        brandScenario: string;
                        industry: string;
                        city: string;
                        interestTag: string | null;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "private";
                        capacity: number | null;
                        memberCount: number;
                        waiting: number;
                        toReview: number;
                        rulesVersion: number | null;
                        /** @description Kinds of its admission steps in order; none: open */
                        ways: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        archivedAt: string | null;
                        archiveReason: string | null;
                        can: {
                            edit: boolean;
                            members: boolean;
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
    openAnArchivedGroupAgain: {
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
                        slug: string;
                        name: string;
                        glyph: string;
                        /** @enum {string} */
                        colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                        pictureUrl: string | null;
                        summary: string;
                        coverUrl: string | null;
                        pictureFileId: string | null;
                        coverFileId: string | null;
                        /** @enum {string} */
                        kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                        /** @enum {string|null} */
                        template: "tool" | "content" | "service" | "goods" | null;
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        };
                        forWhom: string;
                        situation: string;
                        /** @enum {string|null} */
                        coreValue: "offers" | "expertise" | "links" | null;
                        valuePromise: string;
                        /** @enum {string|null} */
                        connection: "distributed" | "pyramid" | null;
                        brandScenario: string;
                        industry: string;
                        city: string;
                        interestTag: string | null;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "private";
                        capacity: number | null;
                        memberCount: number;
                        waiting: number;
                        toReview: number;
                        rulesVersion: number | null;
                        /** @description Kinds of its admission steps in order; none: open */
                        ways: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        archivedAt: string | null;
                        archiveReason: string | null;
                        can: {
                            edit: boolean;
                            members: boolean;
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
    discoverGroups: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                kind?: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
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
                            slug: string;
                            name: string;
                            glyph: string;
                            /** @enum {string} */
                            colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                            pictureUrl: string | null;
                            summary: string;
                            coverUrl: string | null;
                            /** @enum {string} */
                            kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                            kindName: string;
                            tier: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            };
                            city: string;
                            memberCount: number;
                            full: boolean;
                            ways: string[];
                            /** @enum {string} */
                            standing: "none" | "member" | "open" | "review" | "waiting" | "refused";
                            unread: number;
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
    listYourGroupsAndApplications: {
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
                            slug: string;
                            name: string;
                            glyph: string;
                            /** @enum {string} */
                            colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                            pictureUrl: string | null;
                            summary: string;
                            coverUrl: string | null;
                            /** @enum {string} */
                            kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                            kindName: string;
                            tier: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            };
                            city: string;
                            memberCount: number;
                            full: boolean;
                            ways: string[];
                            /** @enum {string} */
                            standing: "none" | "member" | "open" | "review" | "waiting" | "refused";
                            unread: number;
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
    seeThePageOfAGroup: {
        parameters: {
            query?: {
                /** @description Opens the page of a private group */
                code?: string;
            };
            header?: never;
            path: {
                slug: string;
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
                        slug: string;
                        name: string;
                        glyph: string;
                        /** @enum {string} */
                        colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                        pictureUrl: string | null;
                        summary: string;
                        coverUrl: string | null;
                        /** @enum {string} */
                        kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                        kindName: string;
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        };
                        city: string;
                        memberCount: number;
                        full: boolean;
                        ways: string[];
                        /** @enum {string} */
                        standing: "none" | "member" | "open" | "review" | "waiting" | "refused";
                        unread: number;
                        forWhom: string;
                        situation: string;
                        coreValue: string | null;
                        valuePromise: string;
                        connection: string | null;
                        brandScenario: string;
                        industry: string;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "private";
                        capacity: number | null;
                        seenThisWeek: number;
                        joinedThisWeek: number;
                        /** @description Of those who came this week, how many nobody has spoken to */
                        silentNewcomers: number;
                        hosts: {
                            token: string;
                            name: string;
                            avatarUrl: string | null;
                            /** @enum {string} */
                            role: "owner" | "moderator" | "expert";
                        }[];
                        hostCount: number;
                        freshFaces: {
                            token: string;
                            name: string;
                            avatarUrl: string | null;
                        }[];
                        rules: {
                            version: number;
                            theme: string;
                            service: string;
                            forbidden: string;
                            penalty: string;
                            rewarded: string;
                            returned: string;
                            welcome: string;
                            consentAgain: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                        } | null;
                        boards: {
                            id: string;
                            name: string;
                            summary: string;
                            rules: string;
                            may: ("see" | "post" | "reply" | "react")[];
                            posting: string;
                        }[];
                        you: {
                            membershipId: string;
                            /** @enum {string} */
                            role: "owner" | "moderator" | "expert" | "novice" | "member";
                            tier: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            number: number;
                            cardName: string;
                            introduction: string;
                            /** Format: date-time */
                            joinedAt: string;
                            rulesToAgree: boolean;
                            newcomer: boolean;
                            mayLeave: boolean;
                        } | null;
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
    findTheGroupThatAnInviteCodeOpens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                        slug: string;
                        name: string;
                        glyph: string;
                        /** @enum {string} */
                        colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                        pictureUrl: string | null;
                        summary: string;
                        coverUrl: string | null;
                        /** @enum {string} */
                        kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                        kindName: string;
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        };
                        city: string;
                        memberCount: number;
                        full: boolean;
                        ways: string[];
                        /** @enum {string} */
                        standing: "none" | "member" | "open" | "review" | "waiting" | "refused";
                        unread: number;
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
    listTheBoardsOfAGroup: {
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
                        items: {
                            id: string;
                            name: string;
                            summary: string;
                            rules: string;
                            permissions: {
                                see: ({
                                    /** @enum {string} */
                                    who: "anyone";
                                } | {
                                    /** @enum {string} */
                                    who: "members";
                                } | {
                                    /** @enum {string} */
                                    who: "role";
                                    /** @enum {string} */
                                    role: "expert" | "novice" | "member";
                                } | {
                                    /** @enum {string} */
                                    who: "tier";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    tierId: string;
                                } | {
                                    /** @enum {string} */
                                    who: "segment";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    segmentId: string;
                                })[];
                                post: ({
                                    /** @enum {string} */
                                    who: "anyone";
                                } | {
                                    /** @enum {string} */
                                    who: "members";
                                } | {
                                    /** @enum {string} */
                                    who: "role";
                                    /** @enum {string} */
                                    role: "expert" | "novice" | "member";
                                } | {
                                    /** @enum {string} */
                                    who: "tier";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    tierId: string;
                                } | {
                                    /** @enum {string} */
                                    who: "segment";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    segmentId: string;
                                })[];
                                reply: ({
                                    /** @enum {string} */
                                    who: "anyone";
                                } | {
                                    /** @enum {string} */
                                    who: "members";
                                } | {
                                    /** @enum {string} */
                                    who: "role";
                                    /** @enum {string} */
                                    role: "expert" | "novice" | "member";
                                } | {
                                    /** @enum {string} */
                                    who: "tier";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    tierId: string;
                                } | {
                                    /** @enum {string} */
                                    who: "segment";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    segmentId: string;
                                })[];
                                react: ({
                                    /** @enum {string} */
                                    who: "anyone";
                                } | {
                                    /** @enum {string} */
                                    who: "members";
                                } | {
                                    /** @enum {string} */
                                    who: "role";
                                    /** @enum {string} */
                                    role: "expert" | "novice" | "member";
                                } | {
                                    /** @enum {string} */
                                    who: "tier";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    tierId: string;
                                } | {
                                    /** @enum {string} */
                                    who: "segment";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    segmentId: string;
                                })[];
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
    saveTheBoardsOfAGroupInOrderThoseLeftOutAreArchived: {
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
                    boards: {
                        /**
                         * @description Left out for a new board
                         * @example 42
                         */
                        id?: string;
                        name: string;
                        /** @default  */
                        summary?: string;
                        /** @default  */
                        rules?: string;
                        /**
                         * @default {
                         *       "see": [
                         *         {
                         *           "who": "members"
                         *         }
                         *       ],
                         *       "post": [
                         *         {
                         *           "who": "members"
                         *         }
                         *       ],
                         *       "reply": [
                         *         {
                         *           "who": "members"
                         *         }
                         *       ],
                         *       "react": [
                         *         {
                         *           "who": "members"
                         *         }
                         *       ]
                         *     }
                         */
                        permissions?: {
                            see: ({
                                /** @enum {string} */
                                who: "anyone";
                            } | {
                                /** @enum {string} */
                                who: "members";
                            } | {
                                /** @enum {string} */
                                who: "role";
                                /** @enum {string} */
                                role: "expert" | "novice" | "member";
                            } | {
                                /** @enum {string} */
                                who: "tier";
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                tierId: string;
                            } | {
                                /** @enum {string} */
                                who: "segment";
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                segmentId: string;
                            })[];
                            post: ({
                                /** @enum {string} */
                                who: "anyone";
                            } | {
                                /** @enum {string} */
                                who: "members";
                            } | {
                                /** @enum {string} */
                                who: "role";
                                /** @enum {string} */
                                role: "expert" | "novice" | "member";
                            } | {
                                /** @enum {string} */
                                who: "tier";
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                tierId: string;
                            } | {
                                /** @enum {string} */
                                who: "segment";
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                segmentId: string;
                            })[];
                            reply: ({
                                /** @enum {string} */
                                who: "anyone";
                            } | {
                                /** @enum {string} */
                                who: "members";
                            } | {
                                /** @enum {string} */
                                who: "role";
                                /** @enum {string} */
                                role: "expert" | "novice" | "member";
                            } | {
                                /** @enum {string} */
                                who: "tier";
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                tierId: string;
                            } | {
                                /** @enum {string} */
                                who: "segment";
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                segmentId: string;
                            })[];
                            react: ({
                                /** @enum {string} */
                                who: "anyone";
                            } | {
                                /** @enum {string} */
                                who: "members";
                            } | {
                                /** @enum {string} */
                                who: "role";
                                /** @enum {string} */
                                role: "expert" | "novice" | "member";
                            } | {
                                /** @enum {string} */
                                who: "tier";
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                tierId: string;
                            } | {
                                /** @enum {string} */
                                who: "segment";
                                /**
                                 * @description Id of a row
                                 * @example 42
                                 */
                                segmentId: string;
                            })[];
                        };
                    }[];
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
                            id: string;
                            name: string;
                            summary: string;
                            rules: string;
                            permissions: {
                                see: ({
                                    /** @enum {string} */
                                    who: "anyone";
                                } | {
                                    /** @enum {string} */
                                    who: "members";
                                } | {
                                    /** @enum {string} */
                                    who: "role";
                                    /** @enum {string} */
                                    role: "expert" | "novice" | "member";
                                } | {
                                    /** @enum {string} */
                                    who: "tier";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    tierId: string;
                                } | {
                                    /** @enum {string} */
                                    who: "segment";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    segmentId: string;
                                })[];
                                post: ({
                                    /** @enum {string} */
                                    who: "anyone";
                                } | {
                                    /** @enum {string} */
                                    who: "members";
                                } | {
                                    /** @enum {string} */
                                    who: "role";
                                    /** @enum {string} */
                                    role: "expert" | "novice" | "member";
                                } | {
                                    /** @enum {string} */
                                    who: "tier";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    tierId: string;
                                } | {
                                    /** @enum {string} */
                                    who: "segment";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    segmentId: string;
                                })[];
                                reply: ({
                                    /** @enum {string} */
                                    who: "anyone";
                                } | {
                                    /** @enum {string} */
                                    who: "members";
                                } | {
                                    /** @enum {string} */
                                    who: "role";
                                    /** @enum {string} */
                                    role: "expert" | "novice" | "member";
                                } | {
                                    /** @enum {string} */
                                    who: "tier";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    tierId: string;
                                } | {
                                    /** @enum {string} */
                                    who: "segment";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    segmentId: string;
                                })[];
                                react: ({
                                    /** @enum {string} */
                                    who: "anyone";
                                } | {
                                    /** @enum {string} */
                                    who: "members";
                                } | {
                                    /** @enum {string} */
                                    who: "role";
                                    /** @enum {string} */
                                    role: "expert" | "novice" | "member";
                                } | {
                                    /** @enum {string} */
                                    who: "tier";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    tierId: string;
                                } | {
                                    /** @enum {string} */
                                    who: "segment";
                                    /**
                                     * @description Id of a row
                                     * @example 42
                                     */
                                    segmentId: string;
                                })[];
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
    listTheVersionsOfAGroupSRulesNewestFirst: {
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
                        items: {
                            version: number;
                            theme: string;
                            service: string;
                            forbidden: string;
                            penalty: string;
                            rewarded: string;
                            returned: string;
                            welcome: string;
                            consentAgain: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            publishedBy: string;
                            /** @description Members of today who agreed to this version */
                            agreed: number;
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
    publishANewVersionOfAGroupSRules: {
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
        requestBody: {
            content: {
                "application/json": {
                    theme: string;
                    service: string;
                    forbidden: string;
                    /** @default  */
                    penalty?: string;
                    rewarded: string;
                    /** @default  */
                    returned?: string;
                    /**
                     * @description The first words a newcomer reads
                     * @default
                     */
                    welcome?: string;
                    /**
                     * @description Whether members of earlier versions are asked again
                     * @default false
                     */
                    consentAgain?: boolean;
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
                        version: number;
                        theme: string;
                        service: string;
                        forbidden: string;
                        penalty: string;
                        rewarded: string;
                        returned: string;
                        welcome: string;
                        consentAgain: boolean;
                        /** Format: date-time */
                        publishedAt: string;
                        publishedBy: string;
                        /** @description Members of today who agreed to this version */
                        agreed: number;
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
    seeHowOneGetsIntoAGroup: {
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
                        steps: ({
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "invitation";
                            settings: {
                                /** @default  */
                                title: string;
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "form";
                            settings: {
                                /** @default  */
                                title: string;
                                /** @default  */
                                intro: string;
                                questions: {
                                    id: string;
                                    label: string;
                                    /** @default  */
                                    hint: string;
                                    /** @enum {string} */
                                    type: "text" | "long" | "number" | "choice" | "choices";
                                    /** @default true */
                                    required: boolean;
                                    /** @default [] */
                                    options: {
                                        id: string;
                                        text: string;
                                    }[];
                                }[];
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "quiz";
                            settings: {
                                /** @default  */
                                title: string;
                                /** @default  */
                                intro: string;
                                questions: {
                                    id: string;
                                    text: string;
                                    /** @enum {string} */
                                    type: "one" | "many" | "word";
                                    /** @default [] */
                                    options: {
                                        id: string;
                                        text: string;
                                    }[];
                                    right: string[];
                                    /** @default 1 */
                                    points: number;
                                    /**
                                     * @description Shown after a pass
                                     * @default
                                     */
                                    why: string;
                                }[];
                                /**
                                 * @description So many of them at random; all without
                                 * @default null
                                 */
                                ask: number | null;
                                passPercent: number;
                                /**
                                 * @description No limit without
                                 * @default null
                                 */
                                attempts: number | null;
                                /** @default 0 */
                                coolDownHours: number;
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "task";
                            settings: {
                                title: string;
                                how: string;
                                /** @enum {string} */
                                proof: "check" | "text" | "picture";
                                /** @default null */
                                condition: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                } | null;
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "paid";
                            settings: {
                                /** @default  */
                                title: string;
                                what: string;
                                /**
                                 * Format: uri
                                 * @default null
                                 */
                                url: string | null;
                                /** @description What the order or membership looks like in behaviour or fields */
                                condition: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "condition";
                            settings: {
                                /** @default  */
                                title: string;
                                condition: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "review";
                            settings: {
                                /** @default  */
                                title: string;
                                /** @default  */
                                looksFor: string;
                                /** @default 48 */
                                promiseHours: number;
                                /** @default 7 */
                                againAfterDays: number;
                            };
                        })[];
                        warnings: {
                            stepId: string;
                            text: string;
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
    saveTheStepsOfAdmissionInOrderNoneOpensTheDoor: {
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
                    steps: ({
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id?: string;
                        /** @enum {string} */
                        kind: "invitation";
                        settings: {
                            /** @default  */
                            title?: string;
                        };
                    } | {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id?: string;
                        /** @enum {string} */
                        kind: "form";
                        settings: {
                            /** @default  */
                            title?: string;
                            /** @default  */
                            intro?: string;
                            questions: {
                                id: string;
                                label: string;
                                /** @default  */
                                hint?: string;
                                /** @enum {string} */
                                type: "text" | "long" | "number" | "choice" | "choices";
                                /** @default true */
                                required?: boolean;
                                /** @default [] */
                                options?: {
                                    id: string;
                                    text: string;
                                }[];
                            }[];
                        };
                    } | {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id?: string;
                        /** @enum {string} */
                        kind: "quiz";
                        settings: {
                            /** @default  */
                            title?: string;
                            /** @default  */
                            intro?: string;
                            questions: {
                                id: string;
                                text: string;
                                /** @enum {string} */
                                type: "one" | "many" | "word";
                                /** @default [] */
                                options?: {
                                    id: string;
                                    text: string;
                                }[];
                                right: string[];
                                /** @default 1 */
                                points?: number;
                                /**
                                 * @description Shown after a pass
                                 * @default
                                 */
                                why?: string;
                            }[];
                            /**
                             * @description So many of them at random; all without
                             * @default null
                             */
                            ask?: number | null;
                            passPercent: number;
                            /**
                             * @description No limit without
                             * @default null
                             */
                            attempts?: number | null;
                            /** @default 0 */
                            coolDownHours?: number;
                        };
                    } | {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id?: string;
                        /** @enum {string} */
                        kind: "task";
                        settings: {
                            title: string;
                            how: string;
                            /** @enum {string} */
                            proof: "check" | "text" | "picture";
                            /** @default null */
                            condition?: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            } | null;
                        };
                    } | {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id?: string;
                        /** @enum {string} */
                        kind: "paid";
                        settings: {
                            /** @default  */
                            title?: string;
                            what: string;
                            /**
                             * Format: uri
                             * @default null
                             */
                            url?: string | null;
                            /** @description What the order or membership looks like in behaviour or fields */
                            condition: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                        };
                    } | {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id?: string;
                        /** @enum {string} */
                        kind: "condition";
                        settings: {
                            /** @default  */
                            title?: string;
                            condition: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                        };
                    } | {
                        /**
                         * @description Id of a row
                         * @example 42
                         */
                        id?: string;
                        /** @enum {string} */
                        kind: "review";
                        settings: {
                            /** @default  */
                            title?: string;
                            /** @default  */
                            looksFor?: string;
                            /** @default 48 */
                            promiseHours?: number;
                            /** @default 7 */
                            againAfterDays?: number;
                        };
                    })[];
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
                        steps: ({
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "invitation";
                            settings: {
                                /** @default  */
                                title: string;
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "form";
                            settings: {
                                /** @default  */
                                title: string;
                                /** @default  */
                                intro: string;
                                questions: {
                                    id: string;
                                    label: string;
                                    /** @default  */
                                    hint: string;
                                    /** @enum {string} */
                                    type: "text" | "long" | "number" | "choice" | "choices";
                                    /** @default true */
                                    required: boolean;
                                    /** @default [] */
                                    options: {
                                        id: string;
                                        text: string;
                                    }[];
                                }[];
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "quiz";
                            settings: {
                                /** @default  */
                                title: string;
                                /** @default  */
                                intro: string;
                                questions: {
                                    id: string;
                                    text: string;
                                    /** @enum {string} */
                                    type: "one" | "many" | "word";
                                    /** @default [] */
                                    options: {
                                        id: string;
                                        text: string;
                                    }[];
                                    right: string[];
                                    /** @default 1 */
                                    points: number;
                                    /**
                                     * @description Shown after a pass
                                     * @default
                                     */
                                    why: string;
                                }[];
                                /**
                                 * @description So many of them at random; all without
                                 * @default null
                                 */
                                ask: number | null;
                                passPercent: number;
                                /**
                                 * @description No limit without
                                 * @default null
                                 */
                                attempts: number | null;
                                /** @default 0 */
                                coolDownHours: number;
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "task";
                            settings: {
                                title: string;
                                how: string;
                                /** @enum {string} */
                                proof: "check" | "text" | "picture";
                                /** @default null */
                                condition: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                } | null;
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "paid";
                            settings: {
                                /** @default  */
                                title: string;
                                what: string;
                                /**
                                 * Format: uri
                                 * @default null
                                 */
                                url: string | null;
                                /** @description What the order or membership looks like in behaviour or fields */
                                condition: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "condition";
                            settings: {
                                /** @default  */
                                title: string;
                                condition: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                            };
                        } | {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id?: string;
                            /** @enum {string} */
                            kind: "review";
                            settings: {
                                /** @default  */
                                title: string;
                                /** @default  */
                                looksFor: string;
                                /** @default 48 */
                                promiseHours: number;
                                /** @default 7 */
                                againAfterDays: number;
                            };
                        })[];
                        warnings: {
                            stepId: string;
                            text: string;
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
    seeWhyAMemberGetsInOrNot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
                /** @description Id of a row */
                memberId: string;
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
                        /** @enum {string} */
                        state: "member" | "none" | "open" | "review" | "waiting" | "refused";
                        steps: {
                            id: string;
                            /** @enum {string} */
                            kind: "invitation" | "form" | "quiz" | "task" | "paid" | "condition" | "review";
                            title: string;
                            /** @enum {string} */
                            state: "todo" | "done" | "missing" | "blocked" | "later";
                            reason: string | null;
                            intro: string;
                            url: string | null;
                            /** @enum {string|null} */
                            proof: "check" | "text" | "picture" | null;
                            promiseHours: number | null;
                            form: {
                                id: string;
                                label: string;
                                hint: string;
                                /** @enum {string} */
                                type: "text" | "long" | "number" | "choice" | "choices";
                                required: boolean;
                                options: {
                                    id: string;
                                    text: string;
                                }[];
                            }[] | null;
                            quiz: {
                                questions: {
                                    id: string;
                                    text: string;
                                    /** @enum {string} */
                                    type: "one" | "many" | "word";
                                    options: {
                                        id: string;
                                        text: string;
                                    }[];
                                }[];
                                passPercent: number;
                                triesLeft: number | null;
                                last: {
                                    points: number;
                                    of: number;
                                    passed: boolean;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                                /** Format: date-time */
                                againAt: string | null;
                            } | null;
                            conditions: {
                                says: string;
                                met: boolean;
                                evidence: string | null;
                                progress: {
                                    actual: number;
                                    needed: number;
                                } | null;
                            }[] | null;
                            given: {
                                [key: string]: string | number | string[];
                            } | null;
                        }[];
                        /** @description Steps to be done before one can submit */
                        left: number;
                        full: boolean;
                        /** @description How many wait, the caller included, up to him */
                        waitingPlace: number | null;
                        /** @description Why it was refused */
                        reason: string | null;
                        /** Format: date-time */
                        againAfter: string | null;
                        /** Format: date-time */
                        submittedAt: string | null;
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
    listTheInviteCodesOfAGroup: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                            code: string;
                            url: string;
                            note: string;
                            straight: boolean;
                            most: number | null;
                            used: number;
                            /** Format: date-time */
                            endsAt: string | null;
                            /** Format: date-time */
                            endedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @enum {string} */
                            state: "usable" | "usedUp" | "ended";
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
    makeAnInviteCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once; this operation refuses to work without one (428) */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                    /**
                     * @description Lets in without the other steps
                     * @default false
                     */
                    straight?: boolean;
                    /** @default null */
                    most?: number | null;
                    /**
                     * Format: date-time
                     * @default null
                     */
                    endsAt?: string | null;
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
                        code: string;
                        url: string;
                        note: string;
                        straight: boolean;
                        most: number | null;
                        used: number;
                        /** Format: date-time */
                        endsAt: string | null;
                        /** Format: date-time */
                        endedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @enum {string} */
                        state: "usable" | "usedUp" | "ended";
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
    endAnInviteCode: {
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
    listApplicationsThoseToBeDecidedOldestFirstTheOthersNewestFirst: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Id of a row */
                group?: string;
                state?: "open" | "review" | "waiting" | "accepted" | "refused" | "withdrawn";
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
                            group: {
                                id: string;
                                slug: string;
                                name: string;
                                glyph: string;
                                /** @enum {string} */
                                colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                                pictureUrl: string | null;
                            };
                            person: {
                                memberId: string;
                                token: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            /** @enum {string} */
                            state: "open" | "review" | "waiting" | "accepted" | "refused" | "withdrawn";
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            submittedAt: string | null;
                            /** Format: date-time */
                            waitingSince: string | null;
                            /**
                             * Format: date-time
                             * @description By when an answer was promised
                             */
                            dueAt: string | null;
                            /** Format: date-time */
                            decidedAt: string | null;
                            decidedBy: string | null;
                            reason: string;
                            note: string;
                            given: {
                                stepId: string;
                                kind: string;
                                title: string;
                                done: boolean;
                                lines: {
                                    label: string;
                                    text: string;
                                }[];
                                pictureUrl: string | null;
                                /** Format: date-time */
                                answeredAt: string | null;
                            }[];
                            can: {
                                decide: boolean;
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
    seeAnApplication: {
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
                        group: {
                            id: string;
                            slug: string;
                            name: string;
                            glyph: string;
                            /** @enum {string} */
                            colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                            pictureUrl: string | null;
                        };
                        person: {
                            memberId: string;
                            token: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                        };
                        /** @enum {string} */
                        state: "open" | "review" | "waiting" | "accepted" | "refused" | "withdrawn";
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        submittedAt: string | null;
                        /** Format: date-time */
                        waitingSince: string | null;
                        /**
                         * Format: date-time
                         * @description By when an answer was promised
                         */
                        dueAt: string | null;
                        /** Format: date-time */
                        decidedAt: string | null;
                        decidedBy: string | null;
                        reason: string;
                        note: string;
                        given: {
                            stepId: string;
                            kind: string;
                            title: string;
                            done: boolean;
                            lines: {
                                label: string;
                                text: string;
                            }[];
                            pictureUrl: string | null;
                            /** Format: date-time */
                            answeredAt: string | null;
                        }[];
                        can: {
                            decide: boolean;
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
    acceptOrRefuseApplications: {
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
                    ids: string[];
                    accept: boolean;
                    /**
                     * @description What the member is told; needed to refuse
                     * @default
                     */
                    reason?: string;
                    /**
                     * @description For the team only
                     * @default
                     */
                    note?: string;
                    againAfterDays?: number;
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
                        accepted: number;
                        waiting: number;
                        refused: number;
                        skipped: number;
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
    seeWhatYouHaveToDoToGetIn: {
        parameters: {
            query?: {
                code?: string;
            };
            header?: never;
            path: {
                slug: string;
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
                        /** @enum {string} */
                        state: "member" | "none" | "open" | "review" | "waiting" | "refused";
                        steps: {
                            id: string;
                            /** @enum {string} */
                            kind: "invitation" | "form" | "quiz" | "task" | "paid" | "condition" | "review";
                            title: string;
                            /** @enum {string} */
                            state: "todo" | "done" | "missing" | "blocked" | "later";
                            reason: string | null;
                            intro: string;
                            url: string | null;
                            /** @enum {string|null} */
                            proof: "check" | "text" | "picture" | null;
                            promiseHours: number | null;
                            form: {
                                id: string;
                                label: string;
                                hint: string;
                                /** @enum {string} */
                                type: "text" | "long" | "number" | "choice" | "choices";
                                required: boolean;
                                options: {
                                    id: string;
                                    text: string;
                                }[];
                            }[] | null;
                            quiz: {
                                questions: {
                                    id: string;
                                    text: string;
                                    /** @enum {string} */
                                    type: "one" | "many" | "word";
                                    options: {
                                        id: string;
                                        text: string;
                                    }[];
                                }[];
                                passPercent: number;
                                triesLeft: number | null;
                                last: {
                                    points: number;
                                    of: number;
                                    passed: boolean;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                                /** Format: date-time */
                                againAt: string | null;
                            } | null;
                            conditions: {
                                says: string;
                                met: boolean;
                                evidence: string | null;
                                progress: {
                                    actual: number;
                                    needed: number;
                                } | null;
                            }[] | null;
                            given: {
                                [key: string]: string | number | string[];
                            } | null;
                        }[];
                        /** @description Steps to be done before one can submit */
                        left: number;
                        full: boolean;
                        /** @description How many wait, the caller included, up to him */
                        waitingPlace: number | null;
                        /** @description Why it was refused */
                        reason: string | null;
                        /** Format: date-time */
                        againAfter: string | null;
                        /** Format: date-time */
                        submittedAt: string | null;
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
    takeBackYourApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
    doAStepOfAdmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                /** @description Id of a row */
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    answers?: {
                        [key: string]: string | number | string[];
                    };
                    text?: string;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    fileId?: string;
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
                        state: "member" | "none" | "open" | "review" | "waiting" | "refused";
                        steps: {
                            id: string;
                            /** @enum {string} */
                            kind: "invitation" | "form" | "quiz" | "task" | "paid" | "condition" | "review";
                            title: string;
                            /** @enum {string} */
                            state: "todo" | "done" | "missing" | "blocked" | "later";
                            reason: string | null;
                            intro: string;
                            url: string | null;
                            /** @enum {string|null} */
                            proof: "check" | "text" | "picture" | null;
                            promiseHours: number | null;
                            form: {
                                id: string;
                                label: string;
                                hint: string;
                                /** @enum {string} */
                                type: "text" | "long" | "number" | "choice" | "choices";
                                required: boolean;
                                options: {
                                    id: string;
                                    text: string;
                                }[];
                            }[] | null;
                            quiz: {
                                questions: {
                                    id: string;
                                    text: string;
                                    /** @enum {string} */
                                    type: "one" | "many" | "word";
                                    options: {
                                        id: string;
                                        text: string;
                                    }[];
                                }[];
                                passPercent: number;
                                triesLeft: number | null;
                                last: {
                                    points: number;
                                    of: number;
                                    passed: boolean;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                                /** Format: date-time */
                                againAt: string | null;
                            } | null;
                            conditions: {
                                says: string;
                                met: boolean;
                                evidence: string | null;
                                progress: {
                                    actual: number;
                                    needed: number;
                                } | null;
                            }[] | null;
                            given: {
                                [key: string]: string | number | string[];
                            } | null;
                        }[];
                        /** @description Steps to be done before one can submit */
                        left: number;
                        full: boolean;
                        /** @description How many wait, the caller included, up to him */
                        waitingPlace: number | null;
                        /** @description Why it was refused */
                        reason: string | null;
                        /** Format: date-time */
                        againAfter: string | null;
                        /** Format: date-time */
                        submittedAt: string | null;
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
    agreeToTheRulesAndGoInOrHandInYourApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version you read and agree to; null when there is none */
                    rulesVersion: number | null;
                    /** @description Of an invitation */
                    code?: string;
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
                        state: "member" | "none" | "open" | "review" | "waiting" | "refused";
                        steps: {
                            id: string;
                            /** @enum {string} */
                            kind: "invitation" | "form" | "quiz" | "task" | "paid" | "condition" | "review";
                            title: string;
                            /** @enum {string} */
                            state: "todo" | "done" | "missing" | "blocked" | "later";
                            reason: string | null;
                            intro: string;
                            url: string | null;
                            /** @enum {string|null} */
                            proof: "check" | "text" | "picture" | null;
                            promiseHours: number | null;
                            form: {
                                id: string;
                                label: string;
                                hint: string;
                                /** @enum {string} */
                                type: "text" | "long" | "number" | "choice" | "choices";
                                required: boolean;
                                options: {
                                    id: string;
                                    text: string;
                                }[];
                            }[] | null;
                            quiz: {
                                questions: {
                                    id: string;
                                    text: string;
                                    /** @enum {string} */
                                    type: "one" | "many" | "word";
                                    options: {
                                        id: string;
                                        text: string;
                                    }[];
                                }[];
                                passPercent: number;
                                triesLeft: number | null;
                                last: {
                                    points: number;
                                    of: number;
                                    passed: boolean;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                                /** Format: date-time */
                                againAt: string | null;
                            } | null;
                            conditions: {
                                says: string;
                                met: boolean;
                                evidence: string | null;
                                progress: {
                                    actual: number;
                                    needed: number;
                                } | null;
                            }[] | null;
                            given: {
                                [key: string]: string | number | string[];
                            } | null;
                        }[];
                        /** @description Steps to be done before one can submit */
                        left: number;
                        full: boolean;
                        /** @description How many wait, the caller included, up to him */
                        waitingPlace: number | null;
                        /** @description Why it was refused */
                        reason: string | null;
                        /** Format: date-time */
                        againAfter: string | null;
                        /** Format: date-time */
                        submittedAt: string | null;
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
    leaveAGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
    changeYourCardInAGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cardName?: string;
                    introduction?: string;
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
    listTheMembersOfAGroup: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Part of nickname or card name */
                q?: string;
                role?: "owner" | "moderator" | "expert" | "novice" | "member";
                /** @description Id of a row */
                tier?: string;
                state?: "in" | "left";
                /** @description Not seen for so many days */
                silentDays?: number;
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
                            person: {
                                memberId: string;
                                token: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            number: number;
                            /** @enum {string} */
                            role: "owner" | "moderator" | "expert" | "novice" | "member";
                            tier: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            cardName: string;
                            introduction: string;
                            /** Format: date-time */
                            joinedAt: string;
                            way: string;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            /** Format: date-time */
                            answeredAt: string | null;
                            /** @description Newest version of the rules that the member agreed to */
                            rulesVersion: number | null;
                            /** Format: date-time */
                            leftAt: string | null;
                            /** @enum {string|null} */
                            leftHow: "left" | "removed" | "eliminated" | "account_closed" | "merged" | null;
                            leftReason: string;
                            leftBy: string | null;
                            can: {
                                change: boolean;
                                remove: boolean;
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
    addMembersToAGroupByHand: {
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
        requestBody: {
            content: {
                "application/json": {
                    memberIds: string[];
                    /**
                     * @default member
                     * @enum {string}
                     */
                    role?: "owner" | "moderator" | "expert" | "novice" | "member";
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
                        added: number;
                        already: number;
                        full: number;
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
    changeTheRoleOrTierOfAMemberOfAGroup: {
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
                    role?: "owner" | "moderator" | "expert" | "novice" | "member";
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    tierId?: string | null;
                    /** @default  */
                    reason?: string;
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
                        person: {
                            memberId: string;
                            token: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                        };
                        number: number;
                        /** @enum {string} */
                        role: "owner" | "moderator" | "expert" | "novice" | "member";
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        } | null;
                        cardName: string;
                        introduction: string;
                        /** Format: date-time */
                        joinedAt: string;
                        way: string;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        answeredAt: string | null;
                        /** @description Newest version of the rules that the member agreed to */
                        rulesVersion: number | null;
                        /** Format: date-time */
                        leftAt: string | null;
                        /** @enum {string|null} */
                        leftHow: "left" | "removed" | "eliminated" | "account_closed" | "merged" | null;
                        leftReason: string;
                        leftBy: string | null;
                        can: {
                            change: boolean;
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
    removeAMemberFromAGroup: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        person: {
                            memberId: string;
                            token: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                        };
                        number: number;
                        /** @enum {string} */
                        role: "owner" | "moderator" | "expert" | "novice" | "member";
                        tier: {
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                        } | null;
                        cardName: string;
                        introduction: string;
                        /** Format: date-time */
                        joinedAt: string;
                        way: string;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        answeredAt: string | null;
                        /** @description Newest version of the rules that the member agreed to */
                        rulesVersion: number | null;
                        /** Format: date-time */
                        leftAt: string | null;
                        /** @enum {string|null} */
                        leftHow: "left" | "removed" | "eliminated" | "account_closed" | "merged" | null;
                        leftReason: string;
                        leftBy: string | null;
                        can: {
                            change: boolean;
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
    listTheGroupsOfAMemberPastOnesIncluded: {
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
                        items: {
                            membershipId: string;
                            group: {
                                id: string;
                                slug: string;
                                name: string;
                                glyph: string;
                                /** @enum {string} */
                                colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                                pictureUrl: string | null;
                            };
                            /** @enum {string} */
                            role: "owner" | "moderator" | "expert" | "novice" | "member";
                            tier: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            cardName: string;
                            number: number;
                            way: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** Format: date-time */
                            leftAt: string | null;
                            /** @enum {string|null} */
                            leftHow: "left" | "removed" | "eliminated" | "account_closed" | "merged" | null;
                            leftReason: string;
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
    listTheMembersOfYourGroupHostsFirstThenTheNewest: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                role?: "owner" | "moderator" | "expert" | "novice" | "member";
            };
            header?: never;
            path: {
                slug: string;
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
                            membershipId: string;
                            token: string;
                            name: string;
                            avatarUrl: string | null;
                            city: string;
                            /** @enum {string} */
                            role: "owner" | "moderator" | "expert" | "novice" | "member";
                            tier: string | null;
                            number: number;
                            introduction: string;
                            /** Format: date-time */
                            joinedAt: string;
                            isYou: boolean;
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
    agreeToTheNewRulesOfYourGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
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
    listTheAnnouncementsOfAGroup: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                            title: string;
                            body: string;
                            pinned: boolean;
                            mustRead: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: date-time */
                            editedAt: string | null;
                            author: string;
                            read: number;
                            members: number;
                            /** Format: date-time */
                            withdrawnAt: string | null;
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
    makeAnAnnouncement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once; this operation refuses to work without one (428) */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @description Plain text; an empty line begins a paragraph */
                    body: string;
                    /** @default false */
                    pinned?: boolean;
                    /** @default false */
                    mustRead?: boolean;
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
                        title: string;
                        body: string;
                        pinned: boolean;
                        mustRead: boolean;
                        /** Format: date-time */
                        publishedAt: string;
                        /** Format: date-time */
                        editedAt: string | null;
                        author: string;
                        read: number;
                        members: number;
                        /** Format: date-time */
                        withdrawnAt: string | null;
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
    withdrawAnAnnouncement: {
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
    changeAnAnnouncement: {
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
                    title?: string;
                    /** @description Plain text; an empty line begins a paragraph */
                    body?: string;
                    /** @default false */
                    pinned?: boolean;
                    /** @default false */
                    mustRead?: boolean;
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
                        title: string;
                        body: string;
                        pinned: boolean;
                        mustRead: boolean;
                        /** Format: date-time */
                        publishedAt: string;
                        /** Format: date-time */
                        editedAt: string | null;
                        author: string;
                        read: number;
                        members: number;
                        /** Format: date-time */
                        withdrawnAt: string | null;
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
    listWhoHasReadAnAnnouncementOrNot: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                read?: "yes" | "no";
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
                            memberId: string;
                            token: string;
                            nickname: string;
                            avatarUrl: string | null;
                            city: string;
                            /** Format: date-time */
                            readAt: string | null;
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
    readTheAnnouncementsOfYourGroupPinnedOnesFirst: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
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
                            title: string;
                            body: string;
                            pinned: boolean;
                            mustRead: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: date-time */
                            editedAt: string | null;
                            author: string;
                            readByYou: boolean;
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
    confirmThatYouHaveReadAnAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                /** @description Id of a row */
                announcement: string;
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
    listNewcomersOfTheLast30Days: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Id of a row */
                group?: string;
                answered?: "yes" | "no";
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
                            membershipId: string;
                            group: {
                                id: string;
                                slug: string;
                                name: string;
                                glyph: string;
                                /** @enum {string} */
                                colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                                pictureUrl: string | null;
                            };
                            person: {
                                memberId: string;
                                token: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            /** Format: date-time */
                            joinedAt: string;
                            introduction: string;
                            /** Format: date-time */
                            answeredAt: string | null;
                            /** @description 24 hours have passed without a human answer */
                            overdue: boolean;
                            stepsDone: number;
                            steps: number;
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
    welcomeANewcomerOnBehalfOfTheTeam: {
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
        requestBody: {
            content: {
                "application/json": {
                    words: string;
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
    seeWhatNewcomersOfAGroupAreAskedToDoAndHowManyHave: {
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
                        steps: {
                            id: string;
                            /** @enum {string} */
                            kind: "rules" | "card" | "introduce" | "announcements" | "greet" | "visit" | "link";
                            /** @default  */
                            title: string;
                            /**
                             * @description A place of this site
                             * @default
                             */
                            path: string;
                            withinHours: 24 | 168;
                            done: number;
                            of: number;
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
    saveWhatNewcomersOfAGroupAreAskedToDo: {
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
                    steps: {
                        id?: string;
                        /** @enum {string} */
                        kind: "rules" | "card" | "introduce" | "announcements" | "greet" | "visit" | "link";
                        /** @default  */
                        title?: string;
                        /**
                         * @description A place of this site
                         * @default
                         */
                        path?: string;
                        withinHours: 24 | 168;
                    }[];
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
                        steps: {
                            id: string;
                            /** @enum {string} */
                            kind: "rules" | "card" | "introduce" | "announcements" | "greet" | "visit" | "link";
                            /** @default  */
                            title: string;
                            /**
                             * @description A place of this site
                             * @default
                             */
                            path: string;
                            withinHours: 24 | 168;
                            done: number;
                            of: number;
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
    seeWhoCameIntoYourGroupInTheLast30Days: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
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
                            membershipId: string;
                            token: string;
                            name: string;
                            avatarUrl: string | null;
                            city: string;
                            introduction: string;
                            /** Format: date-time */
                            joinedAt: string;
                            greetings: {
                                name: string;
                                avatarUrl: string | null;
                                words: string;
                            }[];
                            greetingCount: number;
                            greetedByYou: boolean;
                            isYou: boolean;
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
    greetANewcomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                slug: string;
                /** @description Id of a row */
                membership: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
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
                        membershipId: string;
                        token: string;
                        name: string;
                        avatarUrl: string | null;
                        city: string;
                        introduction: string;
                        /** Format: date-time */
                        joinedAt: string;
                        greetings: {
                            name: string;
                            avatarUrl: string | null;
                            words: string;
                        }[];
                        greetingCount: number;
                        greetedByYou: boolean;
                        isYou: boolean;
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
    seeYourFirstStepsInAGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                        /** Format: date-time */
                        joinedAt: string;
                        steps: {
                            id: string;
                            /** @enum {string} */
                            kind: "rules" | "card" | "introduce" | "announcements" | "greet" | "visit" | "link";
                            title: string;
                            path: string;
                            withinHours: number;
                            done: boolean;
                            late: boolean;
                        }[];
                        welcome: string;
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
    tickOffAFirstStepThatLeadsElsewhere: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                /** @description Id of a row */
                step: string;
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
                        /** Format: date-time */
                        joinedAt: string;
                        steps: {
                            id: string;
                            /** @enum {string} */
                            kind: "rules" | "card" | "introduce" | "announcements" | "greet" | "visit" | "link";
                            title: string;
                            path: string;
                            withinHours: number;
                            done: boolean;
                            late: boolean;
                        }[];
                        welcome: string;
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
    listChartersDraftsOrThoseOfGroups: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "draft" | "used";
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
                            groupId: string | null;
                            groupName: string | null;
                            title: string;
                            answers: {
                                /** @default {} */
                                problem: {
                                    /** @default  */
                                    goal: string;
                                    /** @default  */
                                    present: string;
                                    /** @default null */
                                    onlyWay: boolean | null;
                                    /** @default  */
                                    otherWays: string;
                                };
                                /** @default {} */
                                fit: {
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    product: "tool" | "content" | "service" | "goods" | null;
                                    /** @default {} */
                                    margin: {
                                        /** @default null */
                                        holds: boolean | null;
                                        /** @default  */
                                        why: string;
                                    };
                                    /** @default {} */
                                    frequency: {
                                        /** @default null */
                                        holds: boolean | null;
                                        /** @default  */
                                        why: string;
                                    };
                                    /** @default {} */
                                    decision: {
                                        /** @default null */
                                        holds: boolean | null;
                                        /** @default  */
                                        why: string;
                                    };
                                    /** @default [] */
                                    competitors: {
                                        /** @default  */
                                        name: string;
                                        /** @default  */
                                        does: string;
                                        /**
                                         * @default null
                                         * @enum {string|null}
                                         */
                                        outcome: "works" | "mixed" | "fails" | null;
                                        /** @default  */
                                        learnt: string;
                                    }[];
                                };
                                /** @default {} */
                                position: {
                                    /** @default  */
                                    forWhom: string;
                                    /** @default  */
                                    situation: string;
                                    /** @default  */
                                    value: string;
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    valueKind: "offers" | "expertise" | "links" | null;
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    connection: "distributed" | "pyramid" | null;
                                    /** @default  */
                                    enter: string;
                                    /** @default  */
                                    stay: string;
                                    /** @default [] */
                                    pains: {
                                        /** @default  */
                                        pain: string;
                                        /** @default null */
                                        headache: boolean | null;
                                        /** @default null */
                                        wouldChange: boolean | null;
                                        /** @default null */
                                        hasAlternatives: boolean | null;
                                        /** @default null */
                                        worriesSolvable: boolean | null;
                                        /** @default  */
                                        answer: string;
                                    }[];
                                };
                                /** @default {} */
                                money: {
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    path: "membership" | "programme" | "repurchase" | "trial" | "products" | null;
                                    /** @default  */
                                    offer: string;
                                    /** @default null */
                                    price: number | null;
                                    /** @default null */
                                    margin: number | null;
                                    /** @default null */
                                    converts: number | null;
                                    /** @default null */
                                    week: number | null;
                                };
                                /** @default {} */
                                service: {
                                    /** @default null */
                                    weeks: number | null;
                                    /** @default null */
                                    members: number | null;
                                    /** @default [] */
                                    items: {
                                        /** @default  */
                                        name: string;
                                        /** @default 1 */
                                        hoursPerWeek: number;
                                    }[];
                                    /** @default null */
                                    hourCost: number | null;
                                    /** @default null */
                                    monthCost: number | null;
                                };
                                /** @default {} */
                                rules: {
                                    /** @default  */
                                    theme: string;
                                    /** @default  */
                                    service: string;
                                    /** @default  */
                                    forbidden: string;
                                    /** @default  */
                                    rewarded: string;
                                };
                            };
                            revision: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            updatedBy: string;
                            despite: string | null;
                            verdict: {
                                fits: boolean | null;
                                by: ("margin" | "frequency" | "decision")[];
                                steps: {
                                    /** @enum {string} */
                                    step: "problem" | "fit" | "position" | "money" | "service" | "rules";
                                    missing: string[];
                                }[];
                                pains: ("real" | "weak" | "open")[];
                                economics: {
                                    cost: number;
                                    income: number;
                                    net: number;
                                    breakEvenMembers: number | null;
                                    hoursPerWeek: number;
                                } | null;
                                warnings: ("noTrait" | "notOnlyWay" | "competitorsFail" | "noRealPain" | "moneyMissing" | "moneyLate" | "losesMoney" | "tooLarge")[];
                                ready: boolean;
                            };
                            can: {
                                edit: boolean;
                                discard: boolean;
                                found: boolean;
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
    beginACharter: {
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
                    title: string;
                    /** @default {} */
                    answers?: {
                        /** @default {} */
                        problem?: {
                            /** @default  */
                            goal?: string;
                            /** @default  */
                            present?: string;
                            /** @default null */
                            onlyWay?: boolean | null;
                            /** @default  */
                            otherWays?: string;
                        };
                        /** @default {} */
                        fit?: {
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            product?: "tool" | "content" | "service" | "goods" | null;
                            /** @default {} */
                            margin?: {
                                /** @default null */
                                holds?: boolean | null;
                                /** @default  */
                                why?: string;
                            };
                            /** @default {} */
                            frequency?: {
                                /** @default null */
                                holds?: boolean | null;
                                /** @default  */
                                why?: string;
                            };
                            /** @default {} */
                            decision?: {
                                /** @default null */
                                holds?: boolean | null;
                                /** @default  */
                                why?: string;
                            };
                            /** @default [] */
                            competitors?: {
                                /** @default  */
                                name?: string;
                                /** @default  */
                                does?: string;
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                outcome?: "works" | "mixed" | "fails" | null;
                                /** @default  */
                                learnt?: string;
                            }[];
                        };
                        /** @default {} */
                        position?: {
                            /** @default  */
                            forWhom?: string;
                            /** @default  */
                            situation?: string;
                            /** @default  */
                            value?: string;
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            valueKind?: "offers" | "expertise" | "links" | null;
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            connection?: "distributed" | "pyramid" | null;
                            /** @default  */
                            enter?: string;
                            /** @default  */
                            stay?: string;
                            /** @default [] */
                            pains?: {
                                /** @default  */
                                pain?: string;
                                /** @default null */
                                headache?: boolean | null;
                                /** @default null */
                                wouldChange?: boolean | null;
                                /** @default null */
                                hasAlternatives?: boolean | null;
                                /** @default null */
                                worriesSolvable?: boolean | null;
                                /** @default  */
                                answer?: string;
                            }[];
                        };
                        /** @default {} */
                        money?: {
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            path?: "membership" | "programme" | "repurchase" | "trial" | "products" | null;
                            /** @default  */
                            offer?: string;
                            /** @default null */
                            price?: number | null;
                            /** @default null */
                            margin?: number | null;
                            /** @default null */
                            converts?: number | null;
                            /** @default null */
                            week?: number | null;
                        };
                        /** @default {} */
                        service?: {
                            /** @default null */
                            weeks?: number | null;
                            /** @default null */
                            members?: number | null;
                            /** @default [] */
                            items?: {
                                /** @default  */
                                name?: string;
                                /** @default 1 */
                                hoursPerWeek?: number;
                            }[];
                            /** @default null */
                            hourCost?: number | null;
                            /** @default null */
                            monthCost?: number | null;
                        };
                        /** @default {} */
                        rules?: {
                            /** @default  */
                            theme?: string;
                            /** @default  */
                            service?: string;
                            /** @default  */
                            forbidden?: string;
                            /** @default  */
                            rewarded?: string;
                        };
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
                        groupId: string | null;
                        groupName: string | null;
                        title: string;
                        answers: {
                            /** @default {} */
                            problem: {
                                /** @default  */
                                goal: string;
                                /** @default  */
                                present: string;
                                /** @default null */
                                onlyWay: boolean | null;
                                /** @default  */
                                otherWays: string;
                            };
                            /** @default {} */
                            fit: {
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                product: "tool" | "content" | "service" | "goods" | null;
                                /** @default {} */
                                margin: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default {} */
                                frequency: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default {} */
                                decision: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default [] */
                                competitors: {
                                    /** @default  */
                                    name: string;
                                    /** @default  */
                                    does: string;
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    outcome: "works" | "mixed" | "fails" | null;
                                    /** @default  */
                                    learnt: string;
                                }[];
                            };
                            /** @default {} */
                            position: {
                                /** @default  */
                                forWhom: string;
                                /** @default  */
                                situation: string;
                                /** @default  */
                                value: string;
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                valueKind: "offers" | "expertise" | "links" | null;
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                connection: "distributed" | "pyramid" | null;
                                /** @default  */
                                enter: string;
                                /** @default  */
                                stay: string;
                                /** @default [] */
                                pains: {
                                    /** @default  */
                                    pain: string;
                                    /** @default null */
                                    headache: boolean | null;
                                    /** @default null */
                                    wouldChange: boolean | null;
                                    /** @default null */
                                    hasAlternatives: boolean | null;
                                    /** @default null */
                                    worriesSolvable: boolean | null;
                                    /** @default  */
                                    answer: string;
                                }[];
                            };
                            /** @default {} */
                            money: {
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                path: "membership" | "programme" | "repurchase" | "trial" | "products" | null;
                                /** @default  */
                                offer: string;
                                /** @default null */
                                price: number | null;
                                /** @default null */
                                margin: number | null;
                                /** @default null */
                                converts: number | null;
                                /** @default null */
                                week: number | null;
                            };
                            /** @default {} */
                            service: {
                                /** @default null */
                                weeks: number | null;
                                /** @default null */
                                members: number | null;
                                /** @default [] */
                                items: {
                                    /** @default  */
                                    name: string;
                                    /** @default 1 */
                                    hoursPerWeek: number;
                                }[];
                                /** @default null */
                                hourCost: number | null;
                                /** @default null */
                                monthCost: number | null;
                            };
                            /** @default {} */
                            rules: {
                                /** @default  */
                                theme: string;
                                /** @default  */
                                service: string;
                                /** @default  */
                                forbidden: string;
                                /** @default  */
                                rewarded: string;
                            };
                        };
                        revision: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        updatedBy: string;
                        despite: string | null;
                        verdict: {
                            fits: boolean | null;
                            by: ("margin" | "frequency" | "decision")[];
                            steps: {
                                /** @enum {string} */
                                step: "problem" | "fit" | "position" | "money" | "service" | "rules";
                                missing: string[];
                            }[];
                            pains: ("real" | "weak" | "open")[];
                            economics: {
                                cost: number;
                                income: number;
                                net: number;
                                breakEvenMembers: number | null;
                                hoursPerWeek: number;
                            } | null;
                            warnings: ("noTrait" | "notOnlyWay" | "competitorsFail" | "noRealPain" | "moneyMissing" | "moneyLate" | "losesMoney" | "tooLarge")[];
                            ready: boolean;
                        };
                        can: {
                            edit: boolean;
                            discard: boolean;
                            found: boolean;
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
    seeACharterAndWhatSpeaksForAndAgainstIt: {
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
                        groupId: string | null;
                        groupName: string | null;
                        title: string;
                        answers: {
                            /** @default {} */
                            problem: {
                                /** @default  */
                                goal: string;
                                /** @default  */
                                present: string;
                                /** @default null */
                                onlyWay: boolean | null;
                                /** @default  */
                                otherWays: string;
                            };
                            /** @default {} */
                            fit: {
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                product: "tool" | "content" | "service" | "goods" | null;
                                /** @default {} */
                                margin: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default {} */
                                frequency: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default {} */
                                decision: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default [] */
                                competitors: {
                                    /** @default  */
                                    name: string;
                                    /** @default  */
                                    does: string;
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    outcome: "works" | "mixed" | "fails" | null;
                                    /** @default  */
                                    learnt: string;
                                }[];
                            };
                            /** @default {} */
                            position: {
                                /** @default  */
                                forWhom: string;
                                /** @default  */
                                situation: string;
                                /** @default  */
                                value: string;
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                valueKind: "offers" | "expertise" | "links" | null;
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                connection: "distributed" | "pyramid" | null;
                                /** @default  */
                                enter: string;
                                /** @default  */
                                stay: string;
                                /** @default [] */
                                pains: {
                                    /** @default  */
                                    pain: string;
                                    /** @default null */
                                    headache: boolean | null;
                                    /** @default null */
                                    wouldChange: boolean | null;
                                    /** @default null */
                                    hasAlternatives: boolean | null;
                                    /** @default null */
                                    worriesSolvable: boolean | null;
                                    /** @default  */
                                    answer: string;
                                }[];
                            };
                            /** @default {} */
                            money: {
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                path: "membership" | "programme" | "repurchase" | "trial" | "products" | null;
                                /** @default  */
                                offer: string;
                                /** @default null */
                                price: number | null;
                                /** @default null */
                                margin: number | null;
                                /** @default null */
                                converts: number | null;
                                /** @default null */
                                week: number | null;
                            };
                            /** @default {} */
                            service: {
                                /** @default null */
                                weeks: number | null;
                                /** @default null */
                                members: number | null;
                                /** @default [] */
                                items: {
                                    /** @default  */
                                    name: string;
                                    /** @default 1 */
                                    hoursPerWeek: number;
                                }[];
                                /** @default null */
                                hourCost: number | null;
                                /** @default null */
                                monthCost: number | null;
                            };
                            /** @default {} */
                            rules: {
                                /** @default  */
                                theme: string;
                                /** @default  */
                                service: string;
                                /** @default  */
                                forbidden: string;
                                /** @default  */
                                rewarded: string;
                            };
                        };
                        revision: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        updatedBy: string;
                        despite: string | null;
                        verdict: {
                            fits: boolean | null;
                            by: ("margin" | "frequency" | "decision")[];
                            steps: {
                                /** @enum {string} */
                                step: "problem" | "fit" | "position" | "money" | "service" | "rules";
                                missing: string[];
                            }[];
                            pains: ("real" | "weak" | "open")[];
                            economics: {
                                cost: number;
                                income: number;
                                net: number;
                                breakEvenMembers: number | null;
                                hoursPerWeek: number;
                            } | null;
                            warnings: ("noTrait" | "notOnlyWay" | "competitorsFail" | "noRealPain" | "moneyMissing" | "moneyLate" | "losesMoney" | "tooLarge")[];
                            ready: boolean;
                        };
                        can: {
                            edit: boolean;
                            discard: boolean;
                            found: boolean;
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
    discardADraft: {
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
    saveACharterOverTheRevisionThatWasSeen: {
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
                    revision: number;
                    title?: string;
                    answers?: {
                        /** @default {} */
                        problem?: {
                            /** @default  */
                            goal?: string;
                            /** @default  */
                            present?: string;
                            /** @default null */
                            onlyWay?: boolean | null;
                            /** @default  */
                            otherWays?: string;
                        };
                        /** @default {} */
                        fit?: {
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            product?: "tool" | "content" | "service" | "goods" | null;
                            /** @default {} */
                            margin?: {
                                /** @default null */
                                holds?: boolean | null;
                                /** @default  */
                                why?: string;
                            };
                            /** @default {} */
                            frequency?: {
                                /** @default null */
                                holds?: boolean | null;
                                /** @default  */
                                why?: string;
                            };
                            /** @default {} */
                            decision?: {
                                /** @default null */
                                holds?: boolean | null;
                                /** @default  */
                                why?: string;
                            };
                            /** @default [] */
                            competitors?: {
                                /** @default  */
                                name?: string;
                                /** @default  */
                                does?: string;
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                outcome?: "works" | "mixed" | "fails" | null;
                                /** @default  */
                                learnt?: string;
                            }[];
                        };
                        /** @default {} */
                        position?: {
                            /** @default  */
                            forWhom?: string;
                            /** @default  */
                            situation?: string;
                            /** @default  */
                            value?: string;
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            valueKind?: "offers" | "expertise" | "links" | null;
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            connection?: "distributed" | "pyramid" | null;
                            /** @default  */
                            enter?: string;
                            /** @default  */
                            stay?: string;
                            /** @default [] */
                            pains?: {
                                /** @default  */
                                pain?: string;
                                /** @default null */
                                headache?: boolean | null;
                                /** @default null */
                                wouldChange?: boolean | null;
                                /** @default null */
                                hasAlternatives?: boolean | null;
                                /** @default null */
                                worriesSolvable?: boolean | null;
                                /** @default  */
                                answer?: string;
                            }[];
                        };
                        /** @default {} */
                        money?: {
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            path?: "membership" | "programme" | "repurchase" | "trial" | "products" | null;
                            /** @default  */
                            offer?: string;
                            /** @default null */
                            price?: number | null;
                            /** @default null */
                            margin?: number | null;
                            /** @default null */
                            converts?: number | null;
                            /** @default null */
                            week?: number | null;
                        };
                        /** @default {} */
                        service?: {
                            /** @default null */
                            weeks?: number | null;
                            /** @default null */
                            members?: number | null;
                            /** @default [] */
                            items?: {
                                /** @default  */
                                name?: string;
                                /** @default 1 */
                                hoursPerWeek?: number;
                            }[];
                            /** @default null */
                            hourCost?: number | null;
                            /** @default null */
                            monthCost?: number | null;
                        };
                        /** @default {} */
                        rules?: {
                            /** @default  */
                            theme?: string;
                            /** @default  */
                            service?: string;
                            /** @default  */
                            forbidden?: string;
                            /** @default  */
                            rewarded?: string;
                        };
                    };
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
                        groupId: string | null;
                        groupName: string | null;
                        title: string;
                        answers: {
                            /** @default {} */
                            problem: {
                                /** @default  */
                                goal: string;
                                /** @default  */
                                present: string;
                                /** @default null */
                                onlyWay: boolean | null;
                                /** @default  */
                                otherWays: string;
                            };
                            /** @default {} */
                            fit: {
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                product: "tool" | "content" | "service" | "goods" | null;
                                /** @default {} */
                                margin: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default {} */
                                frequency: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default {} */
                                decision: {
                                    /** @default null */
                                    holds: boolean | null;
                                    /** @default  */
                                    why: string;
                                };
                                /** @default [] */
                                competitors: {
                                    /** @default  */
                                    name: string;
                                    /** @default  */
                                    does: string;
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    outcome: "works" | "mixed" | "fails" | null;
                                    /** @default  */
                                    learnt: string;
                                }[];
                            };
                            /** @default {} */
                            position: {
                                /** @default  */
                                forWhom: string;
                                /** @default  */
                                situation: string;
                                /** @default  */
                                value: string;
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                valueKind: "offers" | "expertise" | "links" | null;
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                connection: "distributed" | "pyramid" | null;
                                /** @default  */
                                enter: string;
                                /** @default  */
                                stay: string;
                                /** @default [] */
                                pains: {
                                    /** @default  */
                                    pain: string;
                                    /** @default null */
                                    headache: boolean | null;
                                    /** @default null */
                                    wouldChange: boolean | null;
                                    /** @default null */
                                    hasAlternatives: boolean | null;
                                    /** @default null */
                                    worriesSolvable: boolean | null;
                                    /** @default  */
                                    answer: string;
                                }[];
                            };
                            /** @default {} */
                            money: {
                                /**
                                 * @default null
                                 * @enum {string|null}
                                 */
                                path: "membership" | "programme" | "repurchase" | "trial" | "products" | null;
                                /** @default  */
                                offer: string;
                                /** @default null */
                                price: number | null;
                                /** @default null */
                                margin: number | null;
                                /** @default null */
                                converts: number | null;
                                /** @default null */
                                week: number | null;
                            };
                            /** @default {} */
                            service: {
                                /** @default null */
                                weeks: number | null;
                                /** @default null */
                                members: number | null;
                                /** @default [] */
                                items: {
                                    /** @default  */
                                    name: string;
                                    /** @default 1 */
                                    hoursPerWeek: number;
                                }[];
                                /** @default null */
                                hourCost: number | null;
                                /** @default null */
                                monthCost: number | null;
                            };
                            /** @default {} */
                            rules: {
                                /** @default  */
                                theme: string;
                                /** @default  */
                                service: string;
                                /** @default  */
                                forbidden: string;
                                /** @default  */
                                rewarded: string;
                            };
                        };
                        revision: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        updatedBy: string;
                        despite: string | null;
                        verdict: {
                            fits: boolean | null;
                            by: ("margin" | "frequency" | "decision")[];
                            steps: {
                                /** @enum {string} */
                                step: "problem" | "fit" | "position" | "money" | "service" | "rules";
                                missing: string[];
                            }[];
                            pains: ("real" | "weak" | "open")[];
                            economics: {
                                cost: number;
                                income: number;
                                net: number;
                                breakEvenMembers: number | null;
                                hoursPerWeek: number;
                            } | null;
                            warnings: ("noTrait" | "notOnlyWay" | "competitorsFail" | "noRealPain" | "moneyMissing" | "moneyLate" | "losesMoney" | "tooLarge")[];
                            ready: boolean;
                        };
                        can: {
                            edit: boolean;
                            discard: boolean;
                            found: boolean;
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
    makeTheGroupThatACharterDescribes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once; this operation refuses to work without one (428) */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    slug?: string;
                    name: string;
                    summary?: string;
                    /** @description The letter on its house */
                    glyph?: string;
                    /** @enum {string} */
                    colour?: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    pictureFileId?: string | null;
                    /**
                     * @description Id of a row
                     * @example 42
                     */
                    coverFileId?: string | null;
                    /** @enum {string} */
                    kind: "welfare" | "interest" | "member" | "service" | "beta" | "local" | "industry";
                    /**
                     * @description Kind of product it stands beside (S0-03)
                     * @enum {string|null}
                     */
                    template?: "tool" | "content" | "service" | "goods" | null;
                    /**
                     * @description Tier of the community on which the group stands
                     * @example 42
                     */
                    tierId?: string;
                    forWhom?: string;
                    situation?: string;
                    /** @enum {string|null} */
                    coreValue?: "offers" | "expertise" | "links" | null;
                    valuePromise?: string;
                    /** @enum {string|null} */
                    connection?: "distributed" | "pyramid" | null;
                    brandScenario?: string;
                    industry?: string;
                    city?: string;
                    interestTag?: string | null;
                    /** @enum {string} */
                    visibility?: "public" | "unlisted" | "private";
                    capacity?: number | null;
                    /** @description Why, when something speaks against it */
                    despite?: string;
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
                        groupId: string;
                        slug: string;
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
    seeTheCharterOfAGroup: {
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
                        charter: {
                            id: string;
                            groupId: string | null;
                            groupName: string | null;
                            title: string;
                            answers: {
                                /** @default {} */
                                problem: {
                                    /** @default  */
                                    goal: string;
                                    /** @default  */
                                    present: string;
                                    /** @default null */
                                    onlyWay: boolean | null;
                                    /** @default  */
                                    otherWays: string;
                                };
                                /** @default {} */
                                fit: {
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    product: "tool" | "content" | "service" | "goods" | null;
                                    /** @default {} */
                                    margin: {
                                        /** @default null */
                                        holds: boolean | null;
                                        /** @default  */
                                        why: string;
                                    };
                                    /** @default {} */
                                    frequency: {
                                        /** @default null */
                                        holds: boolean | null;
                                        /** @default  */
                                        why: string;
                                    };
                                    /** @default {} */
                                    decision: {
                                        /** @default null */
                                        holds: boolean | null;
                                        /** @default  */
                                        why: string;
                                    };
                                    /** @default [] */
                                    competitors: {
                                        /** @default  */
                                        name: string;
                                        /** @default  */
                                        does: string;
                                        /**
                                         * @default null
                                         * @enum {string|null}
                                         */
                                        outcome: "works" | "mixed" | "fails" | null;
                                        /** @default  */
                                        learnt: string;
                                    }[];
                                };
                                /** @default {} */
                                position: {
                                    /** @default  */
                                    forWhom: string;
                                    /** @default  */
                                    situation: string;
                                    /** @default  */
                                    value: string;
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    valueKind: "offers" | "expertise" | "links" | null;
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    connection: "distributed" | "pyramid" | null;
                                    /** @default  */
                                    enter: string;
                                    /** @default  */
                                    stay: string;
                                    /** @default [] */
                                    pains: {
                                        /** @default  */
                                        pain: string;
                                        /** @default null */
                                        headache: boolean | null;
                                        /** @default null */
                                        wouldChange: boolean | null;
                                        /** @default null */
                                        hasAlternatives: boolean | null;
                                        /** @default null */
                                        worriesSolvable: boolean | null;
                                        /** @default  */
                                        answer: string;
                                    }[];
                                };
                                /** @default {} */
                                money: {
                                    /**
                                     * @default null
                                     * @enum {string|null}
                                     */
                                    path: "membership" | "programme" | "repurchase" | "trial" | "products" | null;
                                    /** @default  */
                                    offer: string;
                                    /** @default null */
                                    price: number | null;
                                    /** @default null */
                                    margin: number | null;
                                    /** @default null */
                                    converts: number | null;
                                    /** @default null */
                                    week: number | null;
                                };
                                /** @default {} */
                                service: {
                                    /** @default null */
                                    weeks: number | null;
                                    /** @default null */
                                    members: number | null;
                                    /** @default [] */
                                    items: {
                                        /** @default  */
                                        name: string;
                                        /** @default 1 */
                                        hoursPerWeek: number;
                                    }[];
                                    /** @default null */
                                    hourCost: number | null;
                                    /** @default null */
                                    monthCost: number | null;
                                };
                                /** @default {} */
                                rules: {
                                    /** @default  */
                                    theme: string;
                                    /** @default  */
                                    service: string;
                                    /** @default  */
                                    forbidden: string;
                                    /** @default  */
                                    rewarded: string;
                                };
                            };
                            revision: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            updatedBy: string;
                            despite: string | null;
                            verdict: {
                                fits: boolean | null;
                                by: ("margin" | "frequency" | "decision")[];
                                steps: {
                                    /** @enum {string} */
                                    step: "problem" | "fit" | "position" | "money" | "service" | "rules";
                                    missing: string[];
                                }[];
                                pains: ("real" | "weak" | "open")[];
                                economics: {
                                    cost: number;
                                    income: number;
                                    net: number;
                                    breakEvenMembers: number | null;
                                    hoursPerWeek: number;
                                } | null;
                                warnings: ("noTrait" | "notOnlyWay" | "competitorsFail" | "noRealPain" | "moneyMissing" | "moneyLate" | "losesMoney" | "tooLarge")[];
                                ready: boolean;
                            };
                            can: {
                                edit: boolean;
                                discard: boolean;
                                found: boolean;
                            };
                        } | null;
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
    readTheJournalOfOtherPeopleSGroups: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                /** @description Id of a row */
                charter?: string;
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
                            /** @description The other group */
                            place: string;
                            /** @default  */
                            platform: string;
                            /** Format: date */
                            seenOn: string;
                            /** @enum {string} */
                            kind: "welcome" | "content" | "activity" | "sale" | "rules" | "service" | "leaving";
                            saw: string;
                            /** @default  */
                            takeaway: string;
                            /**
                             * @description Id of a row
                             * @default null
                             * @example 42
                             */
                            charterId: string | null;
                            id: string;
                            author: string;
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
    noteWhatWasSeenInAnotherGroup: {
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
                    /** @description The other group */
                    place: string;
                    /** @default  */
                    platform?: string;
                    /** Format: date */
                    seenOn: string;
                    /** @enum {string} */
                    kind: "welcome" | "content" | "activity" | "sale" | "rules" | "service" | "leaving";
                    saw: string;
                    /** @default  */
                    takeaway?: string;
                    /**
                     * @description Id of a row
                     * @default null
                     * @example 42
                     */
                    charterId?: string | null;
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
    removeAnEntryOfTheJournal: {
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
    seeHowAllGroupsAreAsLastMeasured: {
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
                            groupId: string;
                            /** @enum {string} */
                            light: "good" | "warn" | "bad" | "off";
                            /** @enum {string} */
                            stage: "budding" | "growing" | "stable" | "declining" | "silent";
                            level: {
                                rank: number;
                                /** @description In the language of the caller when operators gave it no name */
                                name: string;
                                perks: string;
                            } | null;
                            members: number;
                            activeRate: number | null;
                            activeRateBefore: number | null;
                            participation: number | null;
                            answered: number | null;
                            growth: number | null;
                            joined28: number;
                            rates: number[];
                            /** @enum {string} */
                            size: "gather" | "warm" | "lively" | "split";
                            /** Format: date */
                            day: string;
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
    seeHowAGroupIsNow: {
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
                        figures: {
                            members: number;
                            joined28: number;
                            left28: number;
                            growth: number | null;
                            actives: number;
                            activeRate: number | null;
                            activeRateBefore: number | null;
                            perMember: number | null;
                            contributors: number;
                            participation: number | null;
                            contributions28: number;
                            concentration: number | null;
                            newcomers28: number;
                            answered28: number;
                            answered: number | null;
                            weeks: {
                                /** Format: date */
                                end: string;
                                members: number;
                                joined: number;
                                left: number;
                                actives: number;
                                contributors: number;
                                contributions: number;
                            }[];
                        };
                        /** @enum {string} */
                        light: "good" | "warn" | "bad" | "off";
                        score: number | null;
                        parts: {
                            /** @enum {string} */
                            indicator: "activeRate" | "participation" | "answered" | "growth" | "concentration";
                            value: number | null;
                            /** @enum {string} */
                            light: "good" | "warn" | "bad" | "off";
                            warn: number;
                            bad: number;
                            score: number | null;
                            weight: number;
                        }[];
                        life: {
                            /** @enum {string} */
                            stage: "budding" | "growing" | "stable" | "declining" | "silent";
                            slope: number;
                            fallingWeeks: number;
                            weeksToSilence: number | null;
                        };
                        ladder: {
                            /** @description Null: not on the ladder yet */
                            level: {
                                rank: number;
                                /** @description In the language of the caller when operators gave it no name */
                                name: string;
                                perks: string;
                            } | null;
                            next: {
                                level: {
                                    rank: number;
                                    /** @description In the language of the caller when operators gave it no name */
                                    name: string;
                                    perks: string;
                                };
                                needs: {
                                    /** @enum {string} */
                                    figure: "members" | "activeRate" | "participation" | "answered" | "contributions28";
                                    label: string;
                                    actual: number;
                                    atLeast: number;
                                    met: boolean;
                                }[];
                                missing: number;
                            } | null;
                        };
                        /** @enum {string} */
                        size: "gather" | "warm" | "lively" | "split";
                        /**
                         * Format: date
                         * @description Last day that is counted
                         */
                        upTo: string;
                        ownLines: boolean;
                        weeks: {
                            /** Format: date */
                            end: string;
                            members: number;
                            joined: number;
                            left: number;
                            actives: number;
                            contributors: number;
                            contributions: number;
                            rate: number;
                        }[];
                        /** Format: date-time */
                        measuredAt: string | null;
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
    seeTheLinesBetweenGreenYellowAndRed: {
        parameters: {
            query?: {
                /** @description Of this group; else of the community */
                group?: string;
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
                        lines: {
                            activeRate: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                            participation: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                            answered: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                            growth: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                            concentration: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                        };
                        /** @description Not those of the community */
                        own: boolean;
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
    moveTheLinesBetweenGreenYellowAndRed: {
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
                     * @description Id of a row
                     * @default null
                     * @example 42
                     */
                    group?: string | null;
                    /** @description Null: a group follows the community again */
                    lines: {
                        activeRate: {
                            warn: number;
                            bad: number;
                            weight: number;
                        };
                        participation: {
                            warn: number;
                            bad: number;
                            weight: number;
                        };
                        answered: {
                            warn: number;
                            bad: number;
                            weight: number;
                        };
                        growth: {
                            warn: number;
                            bad: number;
                            weight: number;
                        };
                        concentration: {
                            warn: number;
                            bad: number;
                            weight: number;
                        };
                    } | null;
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
                        lines: {
                            activeRate: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                            participation: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                            answered: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                            growth: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                            concentration: {
                                warn: number;
                                bad: number;
                                weight: number;
                            };
                        };
                        /** @description Not those of the community */
                        own: boolean;
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
    seeTheLadderOfGroups: {
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
                            rank: number;
                            /** @description In the language of the caller when operators gave it no name */
                            name: string;
                            perks: string;
                            needs: {
                                /** @enum {string} */
                                figure: "members" | "activeRate" | "participation" | "answered" | "contributions28";
                                atLeast: number;
                            }[];
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
    buildTheLadderOfGroupsAnew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    levels: {
                        rank: number;
                        /** @default  */
                        name?: string;
                        needs: {
                            /** @enum {string} */
                            figure: "members" | "activeRate" | "participation" | "answered" | "contributions28";
                            atLeast: number;
                        }[];
                        /** @default  */
                        perks?: string;
                    }[];
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
                            rank: number;
                            /** @description In the language of the caller when operators gave it no name */
                            name: string;
                            perks: string;
                            needs: {
                                /** @enum {string} */
                                figure: "members" | "activeRate" | "participation" | "answered" | "contributions28";
                                atLeast: number;
                            }[];
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
    listTiersWithTheirRulesOfTheCommunityOrOfAGroup: {
        parameters: {
            query?: {
                /** @description Id of a row */
                group?: string;
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
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                            groupId: string | null;
                            /** @description Empty: the product’s words */
                            ownName: string;
                            holders: number;
                            groups: number;
                            rule: {
                                /** @description Who rises to the tier */
                                rises: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                /**
                                 * @description Who stays; null: the same
                                 * @default null
                                 */
                                stays: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                } | null;
                                /** @default true */
                                falls: boolean;
                                /** @default 14 */
                                graceDays: number;
                                /** @default false */
                                active: boolean;
                                revision: number;
                                /** Format: date-time */
                                ranAt: string | null;
                                risesSays: string;
                                staysSays: string | null;
                            } | null;
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
    arrangeTheTiersOfTheCommunityOrOfAGroupLowestFirst: {
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
                     * @description Null: tiers of the community
                     * @default null
                     * @example 42
                     */
                    group?: string | null;
                    tiers: {
                        /**
                         * @description Left out for a new tier
                         * @example 42
                         */
                        id?: string;
                        /** @default  */
                        name?: string;
                        /** @default  */
                        promise?: string;
                    }[];
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
                            id: string;
                            key: string;
                            name: string;
                            promise: string;
                            rank: number;
                            groupId: string | null;
                            /** @description Empty: the product’s words */
                            ownName: string;
                            holders: number;
                            groups: number;
                            rule: {
                                /** @description Who rises to the tier */
                                rises: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                };
                                /**
                                 * @description Who stays; null: the same
                                 * @default null
                                 */
                                stays: {
                                    /** @enum {number} */
                                    version: 1;
                                    who: components["schemas"]["Condition"];
                                } | null;
                                /** @default true */
                                falls: boolean;
                                /** @default 14 */
                                graceDays: number;
                                /** @default false */
                                active: boolean;
                                revision: number;
                                /** Format: date-time */
                                ranAt: string | null;
                                risesSays: string;
                                staysSays: string | null;
                            } | null;
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
    writeTheRuleOfATierOverTheRevisionThatWasSeen: {
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
                    /** @description Who rises to the tier */
                    rises: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /**
                     * @description Who stays; null: the same
                     * @default null
                     */
                    stays?: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    } | null;
                    /** @default true */
                    falls?: boolean;
                    /** @default 14 */
                    graceDays?: number;
                    /** @default false */
                    active?: boolean;
                    /** @description 0: there is none yet */
                    revision: number;
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
                        key: string;
                        name: string;
                        promise: string;
                        rank: number;
                        groupId: string | null;
                        /** @description Empty: the product’s words */
                        ownName: string;
                        holders: number;
                        groups: number;
                        rule: {
                            /** @description Who rises to the tier */
                            rises: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            /**
                             * @description Who stays; null: the same
                             * @default null
                             */
                            stays: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            } | null;
                            /** @default true */
                            falls: boolean;
                            /** @default 14 */
                            graceDays: number;
                            /** @default false */
                            active: boolean;
                            revision: number;
                            /** Format: date-time */
                            ranAt: string | null;
                            risesSays: string;
                            staysSays: string | null;
                        } | null;
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
    takeTheRuleOfATierAway: {
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
    seeWhoWouldRiseBeToldAndFallIfATierHadThisRuleWithoutDoingAnything: {
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
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who rises to the tier */
                    rises: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /**
                     * @description Who stays; null: the same
                     * @default null
                     */
                    stays?: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    } | null;
                    /** @default true */
                    falls?: boolean;
                    /** @default 14 */
                    graceDays?: number;
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
                        counts: {
                            rose: number;
                            noticed: number;
                            fell: number;
                            kept: number;
                        };
                        first: {
                            person: {
                                memberId: string;
                                token: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            /** @enum {string} */
                            kind: "rise" | "notice" | "fall";
                            from: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            to: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
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
    seeTheLatestMovesBetweenTiersOfTheCommunity: {
        parameters: {
            query?: {
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
                            person: {
                                memberId: string;
                                token: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            from: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            to: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            rose: boolean;
                            /** Format: date-time */
                            at: string;
                            byRule: boolean;
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
    putAMemberOnATierOfTheCommunityByHandRulesLeaveItAloneUntilItIsGivenBack: {
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
                     * @description Null: the lowest, and rules decide again
                     * @example 42
                     */
                    tierId: string | null;
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
    seeTheEliminationRuleOfAGroupAndHowManyCasesItHas: {
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
                        rule: {
                            /** @description Who is at risk */
                            risk: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            };
                            /**
                             * @description Newer members are left in peace
                             * @default 14
                             */
                            newcomerDays: number;
                            /**
                             * @default [
                             *       "expert"
                             *     ]
                             */
                            sparedRoles: ("expert" | "novice" | "member")[];
                            /** @default 7 */
                            graceDays: number;
                            /**
                             * @description A person confirms every removal
                             * @default true
                             */
                            review: boolean;
                            /** @description What the member reads with the warning */
                            words: string;
                            /**
                             * @description Who comes back by it needs nobody
                             * @default null
                             */
                            backIf: {
                                /** @enum {number} */
                                version: 1;
                                who: components["schemas"]["Condition"];
                            } | null;
                            /** @default  */
                            backTask: string;
                            /**
                             * @description Days until the way back opens
                             * @default 0
                             */
                            backAfter: number;
                            /** @default false */
                            active: boolean;
                            revision: number;
                            /** Format: date-time */
                            ranAt: string | null;
                            /** @description Who is at risk, as a sentence */
                            says: string;
                            backSays: string | null;
                        } | null;
                        counts: {
                            warned?: number;
                            due?: number;
                            recovered?: number;
                            spared?: number;
                            removed?: number;
                            returned?: number;
                            withdrawn?: number;
                        };
                        openAppeals: number;
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
    writeTheEliminationRuleOfAGroupOverTheRevisionThatWasSeen: {
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
                    /** @description Who is at risk */
                    risk: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /**
                     * @description Newer members are left in peace
                     * @default 14
                     */
                    newcomerDays?: number;
                    /**
                     * @default [
                     *       "expert"
                     *     ]
                     */
                    sparedRoles?: ("expert" | "novice" | "member")[];
                    /** @default 7 */
                    graceDays?: number;
                    /**
                     * @description A person confirms every removal
                     * @default true
                     */
                    review?: boolean;
                    /** @description What the member reads with the warning */
                    words: string;
                    /**
                     * @description Who comes back by it needs nobody
                     * @default null
                     */
                    backIf?: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    } | null;
                    /** @default  */
                    backTask?: string;
                    /**
                     * @description Days until the way back opens
                     * @default 0
                     */
                    backAfter?: number;
                    /** @default false */
                    active?: boolean;
                    /** @description 0: there is none yet */
                    revision: number;
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
                        /** @description Who is at risk */
                        risk: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        };
                        /**
                         * @description Newer members are left in peace
                         * @default 14
                         */
                        newcomerDays: number;
                        /**
                         * @default [
                         *       "expert"
                         *     ]
                         */
                        sparedRoles: ("expert" | "novice" | "member")[];
                        /** @default 7 */
                        graceDays: number;
                        /**
                         * @description A person confirms every removal
                         * @default true
                         */
                        review: boolean;
                        /** @description What the member reads with the warning */
                        words: string;
                        /**
                         * @description Who comes back by it needs nobody
                         * @default null
                         */
                        backIf: {
                            /** @enum {number} */
                            version: 1;
                            who: components["schemas"]["Condition"];
                        } | null;
                        /** @default  */
                        backTask: string;
                        /**
                         * @description Days until the way back opens
                         * @default 0
                         */
                        backAfter: number;
                        /** @default false */
                        active: boolean;
                        revision: number;
                        /** Format: date-time */
                        ranAt: string | null;
                        /** @description Who is at risk, as a sentence */
                        says: string;
                        backSays: string | null;
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
    seeWhomAnEliminationRuleWouldConcernWithoutDoingAnything: {
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
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who is at risk */
                    risk: {
                        /** @enum {number} */
                        version: 1;
                        who: components["schemas"]["Condition"];
                    };
                    /**
                     * @description Newer members are left in peace
                     * @default 14
                     */
                    newcomerDays?: number;
                    /**
                     * @default [
                     *       "expert"
                     *     ]
                     */
                    sparedRoles?: ("expert" | "novice" | "member")[];
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
                        says: string;
                        members: number;
                        concerned: number;
                        spared: {
                            newcomers: number;
                            roles: number;
                        };
                        recovering: number;
                        first: {
                            person: {
                                memberId: string;
                                token: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            /** Format: date-time */
                            joinedAt: string;
                            /** Format: date-time */
                            lastSeenAt: string | null;
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
    listTheCasesOfAGroupNewestWarningFirst: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "warned" | "due" | "recovered" | "spared" | "removed" | "returned" | "withdrawn";
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
                            person: {
                                memberId: string;
                                token: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            /** @enum {string} */
                            state: "warned" | "due" | "recovered" | "spared" | "removed" | "returned" | "withdrawn";
                            reasons: {
                                says: string;
                                evidence: string | null;
                            }[];
                            /** Format: date-time */
                            warnedAt: string;
                            /** Format: date-time */
                            graceUntil: string;
                            /** Format: date-time */
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string;
                            /** Format: date-time */
                            returnedAt: string | null;
                            /** @enum {string|null} */
                            returnedHow: "condition" | "task" | "appeal" | "operator" | "joined" | null;
                            /** Format: date-time */
                            joinedAt: string | null;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            can: {
                                decide: boolean;
                                bringBack: boolean;
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
    confirmRemovalsOrLeaveMembersInPeace: {
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
                    ids: string[];
                    remove: boolean;
                    /**
                     * @description What the member is told
                     * @default
                     */
                    decision?: string;
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
                        removed: number;
                        spared: number;
                        skipped: number;
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
    letAnEliminatedMemberInAgain: {
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
    listAppealsOpenOnesOldestFirstAnsweredOnesNewestFirst: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Id of a row */
                group?: string;
                state?: "open" | "answered";
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
                            caseId: string;
                            group: {
                                id: string;
                                slug: string;
                                name: string;
                                glyph: string;
                                /** @enum {string} */
                                colour: "pine" | "sky" | "wheat" | "plum" | "persimmon" | "teal" | "clay" | "slate";
                                pictureUrl: string | null;
                            };
                            person: {
                                memberId: string;
                                token: string;
                                nickname: string;
                                avatarUrl: string | null;
                                city: string;
                            };
                            /** @enum {string} */
                            kind: "appeal" | "task";
                            words: string;
                            /** Format: date-time */
                            askedAt: string;
                            /** @enum {string} */
                            state: "open" | "granted" | "refused";
                            answer: string;
                            /** Format: date-time */
                            answeredAt: string | null;
                            answeredBy: string | null;
                            /** @enum {string} */
                            caseState: "warned" | "due" | "recovered" | "spared" | "removed" | "returned" | "withdrawn";
                            reasons: {
                                says: string;
                                evidence: string | null;
                            }[];
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
    answerAnAppealOrATaskThatWasDone: {
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
                    grant: boolean;
                    /** @default  */
                    answer?: string;
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
    seeWhereYouStandInAGroupAndWhatIsMissingForTheNextTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                        tier: {
                            current: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            /** Format: date-time */
                            since: string | null;
                            next: {
                                tier: {
                                    id: string;
                                    key: string;
                                    name: string;
                                    promise: string;
                                    rank: number;
                                };
                                asks: {
                                    says: string;
                                    met: boolean;
                                    evidence: string | null;
                                    progress: {
                                        actual: number;
                                        needed: number;
                                    } | null;
                                }[];
                                missing: number;
                            } | null;
                            /** Format: date-time */
                            losesAt: string | null;
                        } | null;
                        communityTier: {
                            current: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            /** Format: date-time */
                            since: string | null;
                            next: {
                                tier: {
                                    id: string;
                                    key: string;
                                    name: string;
                                    promise: string;
                                    rank: number;
                                };
                                asks: {
                                    says: string;
                                    met: boolean;
                                    evidence: string | null;
                                    progress: {
                                        actual: number;
                                        needed: number;
                                    } | null;
                                }[];
                                missing: number;
                            } | null;
                            /** Format: date-time */
                            losesAt: string | null;
                        } | null;
                        ladder: {
                            /** @description Null: not on the ladder yet */
                            level: {
                                rank: number;
                                /** @description In the language of the caller when operators gave it no name */
                                name: string;
                                perks: string;
                            } | null;
                            next: {
                                level: {
                                    rank: number;
                                    /** @description In the language of the caller when operators gave it no name */
                                    name: string;
                                    perks: string;
                                };
                                needs: {
                                    /** @enum {string} */
                                    figure: "members" | "activeRate" | "participation" | "answered" | "contributions28";
                                    label: string;
                                    actual: number;
                                    atLeast: number;
                                    met: boolean;
                                }[];
                                missing: number;
                            } | null;
                        } | null;
                        trouble: {
                            /** @enum {string} */
                            state: "warned" | "due" | "removed";
                            reasons: {
                                says: string;
                                evidence: string | null;
                            }[];
                            /** Format: date-time */
                            graceUntil: string;
                            words: string;
                            decision: string;
                            review: boolean;
                            /** Format: date-time */
                            opens: string | null;
                            backIf: {
                                says: string;
                                met: boolean;
                                evidence: string | null;
                                progress: {
                                    actual: number;
                                    needed: number;
                                } | null;
                            }[] | null;
                            backReady: boolean;
                            backTask: string;
                            asked: {
                                /** @enum {string} */
                                kind: "appeal" | "task";
                                /** Format: date-time */
                                at: string;
                            } | null;
                            answered: {
                                granted: boolean;
                                answer: string;
                            } | null;
                        } | null;
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
    comeBackToAGroupFromWhichYouWereEliminatedOnceItsConditionIsMet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                slug: string;
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
                        tier: {
                            current: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            /** Format: date-time */
                            since: string | null;
                            next: {
                                tier: {
                                    id: string;
                                    key: string;
                                    name: string;
                                    promise: string;
                                    rank: number;
                                };
                                asks: {
                                    says: string;
                                    met: boolean;
                                    evidence: string | null;
                                    progress: {
                                        actual: number;
                                        needed: number;
                                    } | null;
                                }[];
                                missing: number;
                            } | null;
                            /** Format: date-time */
                            losesAt: string | null;
                        } | null;
                        communityTier: {
                            current: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            /** Format: date-time */
                            since: string | null;
                            next: {
                                tier: {
                                    id: string;
                                    key: string;
                                    name: string;
                                    promise: string;
                                    rank: number;
                                };
                                asks: {
                                    says: string;
                                    met: boolean;
                                    evidence: string | null;
                                    progress: {
                                        actual: number;
                                        needed: number;
                                    } | null;
                                }[];
                                missing: number;
                            } | null;
                            /** Format: date-time */
                            losesAt: string | null;
                        } | null;
                        ladder: {
                            /** @description Null: not on the ladder yet */
                            level: {
                                rank: number;
                                /** @description In the language of the caller when operators gave it no name */
                                name: string;
                                perks: string;
                            } | null;
                            next: {
                                level: {
                                    rank: number;
                                    /** @description In the language of the caller when operators gave it no name */
                                    name: string;
                                    perks: string;
                                };
                                needs: {
                                    /** @enum {string} */
                                    figure: "members" | "activeRate" | "participation" | "answered" | "contributions28";
                                    label: string;
                                    actual: number;
                                    atLeast: number;
                                    met: boolean;
                                }[];
                                missing: number;
                            } | null;
                        } | null;
                        trouble: {
                            /** @enum {string} */
                            state: "warned" | "due" | "removed";
                            reasons: {
                                says: string;
                                evidence: string | null;
                            }[];
                            /** Format: date-time */
                            graceUntil: string;
                            words: string;
                            decision: string;
                            review: boolean;
                            /** Format: date-time */
                            opens: string | null;
                            backIf: {
                                says: string;
                                met: boolean;
                                evidence: string | null;
                                progress: {
                                    actual: number;
                                    needed: number;
                                } | null;
                            }[] | null;
                            backReady: boolean;
                            backTask: string;
                            asked: {
                                /** @enum {string} */
                                kind: "appeal" | "task";
                                /** Format: date-time */
                                at: string;
                            } | null;
                            answered: {
                                granted: boolean;
                                answer: string;
                            } | null;
                        } | null;
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
    appealAgainstAnEliminationOrSayThatYouDidTheTaskToReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "appeal" | "task";
                    words: string;
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
                        tier: {
                            current: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            /** Format: date-time */
                            since: string | null;
                            next: {
                                tier: {
                                    id: string;
                                    key: string;
                                    name: string;
                                    promise: string;
                                    rank: number;
                                };
                                asks: {
                                    says: string;
                                    met: boolean;
                                    evidence: string | null;
                                    progress: {
                                        actual: number;
                                        needed: number;
                                    } | null;
                                }[];
                                missing: number;
                            } | null;
                            /** Format: date-time */
                            losesAt: string | null;
                        } | null;
                        communityTier: {
                            current: {
                                id: string;
                                key: string;
                                name: string;
                                promise: string;
                                rank: number;
                            } | null;
                            /** Format: date-time */
                            since: string | null;
                            next: {
                                tier: {
                                    id: string;
                                    key: string;
                                    name: string;
                                    promise: string;
                                    rank: number;
                                };
                                asks: {
                                    says: string;
                                    met: boolean;
                                    evidence: string | null;
                                    progress: {
                                        actual: number;
                                        needed: number;
                                    } | null;
                                }[];
                                missing: number;
                            } | null;
                            /** Format: date-time */
                            losesAt: string | null;
                        } | null;
                        ladder: {
                            /** @description Null: not on the ladder yet */
                            level: {
                                rank: number;
                                /** @description In the language of the caller when operators gave it no name */
                                name: string;
                                perks: string;
                            } | null;
                            next: {
                                level: {
                                    rank: number;
                                    /** @description In the language of the caller when operators gave it no name */
                                    name: string;
                                    perks: string;
                                };
                                needs: {
                                    /** @enum {string} */
                                    figure: "members" | "activeRate" | "participation" | "answered" | "contributions28";
                                    label: string;
                                    actual: number;
                                    atLeast: number;
                                    met: boolean;
                                }[];
                                missing: number;
                            } | null;
                        } | null;
                        trouble: {
                            /** @enum {string} */
                            state: "warned" | "due" | "removed";
                            reasons: {
                                says: string;
                                evidence: string | null;
                            }[];
                            /** Format: date-time */
                            graceUntil: string;
                            words: string;
                            decision: string;
                            review: boolean;
                            /** Format: date-time */
                            opens: string | null;
                            backIf: {
                                says: string;
                                met: boolean;
                                evidence: string | null;
                                progress: {
                                    actual: number;
                                    needed: number;
                                } | null;
                            }[] | null;
                            backReady: boolean;
                            backTask: string;
                            asked: {
                                /** @enum {string} */
                                kind: "appeal" | "task";
                                /** Format: date-time */
                                at: string;
                            } | null;
                            answered: {
                                granted: boolean;
                                answer: string;
                            } | null;
                        } | null;
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
