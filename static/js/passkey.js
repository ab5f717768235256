/* Passkeys and security keys: a form with data-passkey is filled in by the key before it is sent. */
(function () {
  "use strict";

  async function optionsOf(form) {
    if (form.dataset.passkey !== "login") {
      return JSON.parse(document.getElementById("passkey-options").textContent);
    }
    const response = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!response.ok) {
      throw new Error("no options");
    }
    return response.json();
  }

  function created(options, withoutPassword) {
    const wanted = options.publicKey.authenticatorSelection;
    wanted.residentKey = withoutPassword ? "required" : "discouraged";
    wanted.requireResidentKey = withoutPassword;
    if (withoutPassword) {
      wanted.userVerification = "required";
    }
    return window.webauthnJSON.create(options);
  }

  async function askKey(form) {
    const options = await optionsOf(form);
    if (form.dataset.passkey === "create") {
      return created(options.creation_options, form.elements.passwordless.checked);
    }
    return window.webauthnJSON.get(options.request_options);
  }

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const failed = form.querySelector(".passkey-failed");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        form.elements.credential.value = JSON.stringify(await askKey(form));
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  });
})();
