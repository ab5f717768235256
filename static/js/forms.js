// What makes a form easier; nothing here is needed to fill one in.

// The summary of what is wrong is where a visitor wants to be after a page that was not kept whole.
document.getElementById("error-summary")?.focus();

// How many characters are left, said only when it starts to matter.
document.querySelectorAll("textarea[data-largest]").forEach((area) => {
  const largest = Number(area.dataset.largest);
  const count = document.createElement("p");
  count.className = "field-count";
  count.setAttribute("role", "status");
  area.after(count);
  const tell = () => {
    const length = [...area.value].length;
    count.textContent = length > largest * 0.8 ? `${length} / ${largest}` : "";
    count.classList.toggle("over", length > largest);
  };
  area.addEventListener("input", tell);
  tell();
});
