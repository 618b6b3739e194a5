// Streamlit's page says lang="en" whatever we speak. Screen readers and hyphenation need the truth.
document.documentElement.lang = document.getElementById("page-language")?.dataset.language ?? "en";
